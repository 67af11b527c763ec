import CTEModel
import CTERulePack
import Testing

struct DatedValueTests {
  /// The sound pack over more years, with something else in one of its files.
  private static func fixture(
    changing text: String, to other: String, in path: String
  ) throws -> PackFixture {
    let fixture = try PackFixture()
    try fixture.change("first: 2025, last: 2026", to: "first: 2020, last: 2027", in: "pack.yaml")
    try fixture.change(text, to: other, in: path)
    return fixture
  }

  @Test(arguments: [
    (2020, nil, nil), (2021, nil, "A"), (2022, nil, "A"), (2023, nil, nil), (2024, nil, nil),
    (2025, nil, "C"), (2025, "2025-01-31", "B"), (2025, "2025-02-01", "C"), (2026, nil, "C"),
    (2025, "2024-07-01", "B"), (2025, "2020-01-01", "B"), (2025, "2030-01-01", "C"),
    (2026, "2025-07-01", "C"), (2027, nil, nil), (2027, "2026-07-01", "D"),
  ])
  func `an element of a list has the value of the latest year or day that was reached`(
    year: Int, day: String?, title: String?
  ) throws {
    let column = "field: day, form: yyyy-mm-dd}"
    let fixture = try Self.fixture(
      changing: "- {title: Day, field: day, form: yyyy-mm-dd}",
      to: """
        - 2021: {title: A, \(column)
            2023: null
            2025-02-01: {title: C, \(column)
            2025: {title: B, \(column)
            2027: {title: D, \(column)
            2027-06-30: ~
        """,
      in: "formats/credentials.yaml")
    let pack = try fixture.load(year: year, on: day.map(Self.day))
    let titles = pack.formats["credentials"]?.columns.filter { $0.field == "day" }.map(\.titles)
    #expect(titles == (title.map { [[$0]] } ?? []))
  }

  private static func day(_ text: String) -> CalendarDay {
    let numbers = text.split(separator: "-").compactMap { Int($0) }
    guard let day = CalendarDay(year: numbers[0], month: numbers[1], day: numbers[2]) else {
      preconditionFailure("\(text) is a day")
    }
    return day
  }

  @Test(arguments: [(2020, nil), (2021, "Ask."), (2022, "Ask."), (2023, nil), (2025, "Look.")])
  func `a key is there from its first year on, until a null ends it`(year: Int, help: String?)
    throws
  {
    let fixture = try Self.fixture(
      changing: "severity: error",
      to: "severity: error\nhelp: {2021: Ask., 2023: null, 2025: Look.}",
      in: "rules/credential/not-enrolled.yaml")
    let rule = try fixture.load(year: year).rules.first { $0.id.name.hasSuffix("/not-enrolled") }
    #expect(try #require(rule).help == help)
  }

  @Test(arguments: [(2024, "2024-12-31", 1), (2024, "2024-01-31", 1), (2025, "2024-12-31", 2)])
  func `a fiscal year begins on the day that the pack says`(year: Int, day: String, count: Int)
    throws
  {
    let fixture = try Self.fixture(
      changing: "years:", to: "fiscalYear: {begins: 10-01}\nyears:", in: "pack.yaml")
    try fixture.change(
      "blames: [program]", to: "blames: [program, {2024-10-01: student}]",
      in: "rules/credential/not-enrolled.yaml")
    let pack = try fixture.load(year: year, on: Self.day(day))
    let rule = pack.rules.first { $0.id.name.hasSuffix("/not-enrolled") }
    #expect(rule?.blames.count == count)
  }

  @Test func `a key that must be there must have a value in every year`() throws {
    let fixture = try Self.fixture(
      changing: "severity: error", to: "severity: {2022: error, 2026: null}",
      in: "rules/credential/not-enrolled.yaml")
    #expect(try fixture.issues(year: 2025) == "")
    for year in [2021, 2026] {
      #expect(
        try fixture.issues(year: year) == """
          lakeland/rules/credential/not-enrolled.yaml:4:11: the key 'severity' has no value in \(year)
            help: give it one from 2020 on
          """)
    }
  }

  @Test(arguments: [(2024, nil), (2025, "2024-08-01"), (2026, "2025-08-01"), (2027, "2025-08-01")])
  func `a rule that reads a parameter without a value doesn't apply in the year`(
    year: Int, first: String?
  ) throws {
    let fixture = try PackFixture()
    try fixture.change("first: 2025, last: 2026", to: "first: 2020, last: 2027", in: "pack.yaml")
    let pack = try fixture.load(year: year)
    let rule = try #require(pack.rules.first { $0.id.name.hasSuffix("/out-of-season") })
    #expect((rule.missingParameter(in: pack.language) == nil) == (first != nil))
    if let first { #expect(rule.message.words.contains("they go from \(first) to")) }
  }

  @Test func `a part of a parameter may change by itself`() throws {
    let fixture = try PackFixture()
    try fixture.change(
      "    2026: {first: 2025-08-01, last: 2026-06-12}",
      to: "    2026: {first: 2025-08-01, last: {2026: 2026-06-12, 2026-02-01: 2026-06-19}}",
      in: "parameters.yaml")
    for (day, last) in [("2026-01-31", "2026-06-12"), ("2026-02-01", "2026-06-19")] {
      let pack = try fixture.load(on: Self.day(day))
      let rule = try #require(pack.rules.first { $0.id.name.hasSuffix("/out-of-season") })
      #expect(rule.message.words.hasSuffix("to \(last)"))
    }
  }

  @Test(arguments: [
    ("", [2025, 2026]), ("years: {first: 2026}\n", [2026]), ("years: {last: 2025}\n", [2025]),
    ("years: {first: 2025, last: 2025}\n", [2025]), ("years: {first: 2020}\n", [2025, 2026]),
  ])
  func `a rule holds in its years alone`(years: String, expected: [Int]) throws {
    let fixture = try PackFixture()
    try fixture.change(
      "severity:", to: years + "severity:", in: "rules/credential/not-enrolled.yaml")
    let holding = try [2025, 2026].filter { year in
      try fixture.load(year: year).rules.contains { $0.id.name.hasSuffix("/not-enrolled") }
    }
    #expect(holding == expected)
  }

  @Test(arguments: [Int.min, -5, 0, 1, 9999, 10000, Int.max])
  func `a year that no calendar has is told, as the pack's and as the one asked for`(
    year: Int
  ) throws {
    let fixture = try PackFixture()
    #expect(try fixture.issues(year: year).contains("the pack doesn't cover \(year)"))
    try fixture.change("first: 2025", to: "first: \(year)", in: "pack.yaml")
    let problem = "'first' must be a number from 2 to 9998, not \(year)"
    #expect(try fixture.issues().contains(problem))
    let issues = #expect(throws: PackIssues.self) {
      try PackInspection.years(of: "lakeland", in: fixture.library)
    }
    #expect(issues?.description.contains(problem) == true)
  }

  @Test(arguments: [FiscalCalendar.july, FiscalCalendar(month: 1, day: 1)])
  func `every year has days, and those of neighbours don't overlap`(
    calendar: FiscalCalendar?
  ) throws {
    let calendar = try #require(calendar)
    for year in [2, 1000, 9998] {
      let days = calendar.days(of: FiscalYear(year))
      #expect(calendar.days(of: FiscalYear(year - 1)).upperBound < days.lowerBound)
      #expect(calendar.days(of: FiscalYear(year + 1)).lowerBound > days.upperBound)
    }
    #expect(calendar.days(of: FiscalYear(.max)) == calendar.days(of: FiscalYear(9999)))
    #expect(calendar.days(of: FiscalYear(.min)) == calendar.days(of: FiscalYear(1)))
  }

  @Test func `words that look like years are words where codes stand`() throws {
    let fixture = try PackFixture()
    try fixture.write(
      "summary: Cohorts.\nsource: manual, 3\ncodes: {2025: first, 2026: second}\n",
      to: "codes/cohorts.yaml")
    #expect(try fixture.load(year: 2025).codeLists["cohorts"]?.codes == ["2025", "2026"])
  }
}

extension MessageTemplate {
  /// The words that are the same for every record.
  var words: String {
    parts.map { part in
      switch part {
      case .words(let text), .parameter(_, let text): text
      case .value: "…"
      }
    }.joined()
  }
}
