import Testing

@testable import CTEModel

struct MomentTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (1_656_633_599, "2022-06-30T23:59:59Z"),
    (-1, "1969-12-31T23:59:59Z"),
  ])
  func `a moment is written in UTC`(seconds: Int64, expected: String) {
    #expect(Moment(seconds: seconds).description == expected)
  }
}

struct FiscalCalendarTests {
  @Test(arguments: [
    (7, 1, "2025-06-30", 2025), (7, 1, "2025-07-01", 2026), (1, 1, "2025-12-31", 2025),
    (10, 1, "2025-10-01", 2026),
  ])
  func `a day lies in the fiscal year whose days have it`(
    month: Int, day: Int, text: String, expected: Int
  ) throws {
    let calendar = try #require(FiscalCalendar(month: month, day: day))
    let parts = text.split(separator: "-").compactMap { Int($0) }
    let moment = try #require(CalendarDay(year: parts[0], month: parts[1], day: parts[2]))
    #expect(calendar.year(of: moment) == FiscalYear(expected))
    #expect(calendar.days(of: FiscalYear(expected)).contains(moment))
  }
}

struct TenantIDTests {
  @Test(arguments: ["lakeland", "lakeland-2026", "9"])
  func `a name of lower-case letters, digits and hyphens is a tenant's`(name: String) {
    #expect(TenantID(name)?.name == name)
  }

  @Test(arguments: ["", "-a", "Lakeland", "a/b", "..", "a b", String(repeating: "a", count: 65)])
  func `a name that could leave its folder is none`(name: String) {
    #expect(TenantID(name) == nil)
  }
}

struct FindingTests {
  @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
  func `columns have the letters of a spreadsheet`(index: Int, letters: String) {
    #expect(columnLetters(index) == letters)
  }

  @Test func `a finding that is printed shows its place and rule, never its value`() {
    let finding = Finding(
      row: 17, columnIndex: 2, column: "Student", rule: RuleID("lakeland:student/unknown"),
      severity: .error, value: "0012345678", expected: nil, message: "no student 0012345678",
      help: nil)
    #expect("\(finding)" == "error lakeland:student/unknown at C17")
  }
}

struct RecordTypeTests {
  @Test(arguments: RecordType.all)
  func `a natural key is made of stored identifiers, years and days`(type: RecordType) throws {
    for name in type.naturalKey {
      let field = type.fields[try #require(type.index(of: name))]
      #expect(!field.isTransient)
      #expect(field.kind.keyDomain != nil || field.kind == .year || field.kind == .day)
    }
    #expect(Set(type.fields.map(\.name)).count == type.fields.count)
    #expect(type.fields.count <= 64)
  }
}
