import CTEModel
import CTERulePack
import Testing

@testable import CTEIntake

struct CellParserTests {
  /// A table of one column, whose rows follow the titles.
  static func table(_ texts: [String], kinds: [CellKind] = []) -> Table {
    var bytes: [UInt8] = []
    let cells = texts.map { text in
      bytes += text.utf8
      return Table.Cell(start: bytes.count - text.utf8.count, length: text.utf8.count)
    }
    return Table(
      bytes: bytes, cells: cells, kinds: kinds, columnCount: 1,
      rowNumbers: texts.indices.map { Int32($0) + 2 })
  }

  /// Parses the only cell of a table.
  static func parse(
    _ text: String, as form: CellForm
  ) -> (code: Int32?, keys: KeyTables, problem: CellProblem?, restored: Int) {
    let table = table([text])
    var keys = KeyTables()
    var parser = CellParser(table: table, column: 0, year: FiscalYear(2026))
    let column = parser.parse(form, into: &keys)
    guard case .codes(let codes) = column else {
      return (nil, keys, parser.problems.first?.problem, parser.repair?.count ?? 0)
    }
    return (
      codes[0] == missingCode ? nil : codes[0], keys, parser.problems.first?.problem,
      parser.repair?.count ?? 0
    )
  }

  @Test(arguments: [
    ("123456789", "123456789", 0), ("7654321", "007654321", 1), ("0", "000000000", 1),
  ])
  func `digits keep their zeros, and those that were stripped are restored and counted`(
    text: String, expected: String, restored: Int
  ) throws {
    let parsed = Self.parse(text, as: .digits(9, restoresZeros: true, .student))
    #expect(parsed.keys[.student].text(of: try #require(parsed.code)) == expected)
    #expect(parsed.restored == restored)
    #expect(parsed.problem == nil)
  }

  @Test(arguments: [
    ("12-34-567", "001234567"), ("1234.5678", "012345678"), ("12345678O", "9 digits"),
    ("1234567890", "9 digits"), ("-", "9 digits"), ("٣", "9 digits"),
  ])
  func `what isn't digits is a finding that names the expected value where it is sure`(
    text: String, expected: String
  ) {
    let parsed = Self.parse(text, as: .digits(9, restoresZeros: true, .student))
    #expect(parsed.code == nil)
    #expect(parsed.problem?.rule.name == "cell/not-digits")
    #expect(parsed.problem?.expected == expected)
  }

  @Test func `zeros aren't restored where the scheme doesn't say so`() {
    let parsed = Self.parse("12345", as: .digits(9, restoresZeros: false, .student))
    #expect(parsed.problem?.rule.name == "cell/not-digits")
  }

  @Test(arguments: [("02/03/2022", 2, 3), ("2/3/2022", 2, 3), ("12/31/2022", 12, 31)])
  func `a day is read with and without zeros`(text: String, month: Int, day: Int) {
    let parsed = Self.parse(text, as: .day(.monthDayYear))
    #expect(parsed.code == CalendarDay(year: 2022, month: month, day: day)?.ordinal)
  }

  @Test(arguments: [
    "02/30/2022", "13/13/2021", "2021-11-05", "Spring", "11/2021", "1/2/22", "1/2/20222", "1/2/",
    " 1/2/2022", "1/2/2022 ", "001/2/2022",
  ])
  func `what is no day of the calendar is a finding`(text: String) {
    let parsed = Self.parse(text, as: .day(.monthDayYear))
    #expect(parsed.code == nil)
    #expect(
      parsed.problem?.message == "\"\(text)\" is no day of the calendar; expected mm/dd/yyyy")
  }

  @Test(arguments: [
    ("1", 100), ("1.0", 100), ("0.5", 50), ("0.25", 25), (".5", 50), ("0", 0), ("12.34", 1234),
    ("1.", nil), ("1.234", nil), ("-1", nil), ("one", nil), (".", nil), ("12345678", nil),
  ])
  func `decimals are exact hundredths`(text: String, expected: Int32?) {
    let parsed = Self.parse(text, as: .hundredths(maximumDigits: 7))
    #expect(parsed.code == expected)
    #expect((parsed.problem == nil) == (expected != nil))
  }

  @Test(arguments: [("2022", 2022), ("22", nil), ("20222", nil), ("FY22", nil)])
  func `a fiscal year has four digits`(text: String, expected: Int32?) {
    #expect(Self.parse(text, as: .year).code == expected)
  }

  @Test(arguments: [("Y", 1), ("N", 0), ("y", nil), ("Yes", nil), ("Y ", nil)])
  func `a choice is read exactly as listed`(text: String, expected: Int32?) {
    let choices = [Choice(text: "Y", meaning: true), Choice(text: "N", meaning: false)]
    let parsed = Self.parse(text, as: .boolean(choices))
    #expect(parsed.code == expected)
    #expect(parsed.problem?.message == (expected == nil ? "\"\(text)\" isn't one of Y, N" : nil))
  }

  @Test func `names that differ in case and blanks alone are one where the scheme says so`() {
    let form = CellForm.name(maximumLength: 50, ignoresCaseAndBlanks: true, .credential)
    let parsed = Self.parse("  Sample   KITCHEN Manager", as: form)
    #expect(parsed.keys[.credential].knownNumber(for: "sample kitchen manager") == parsed.code)
  }

  @Test func `a text of fifty letters fits fifty, however many bytes they take`() {
    let text = String(repeating: "é", count: 50)
    #expect(Self.parse(text, as: .text(maximumLength: 50)).problem == nil)
    #expect(
      Self.parse(text + "é", as: .text(maximumLength: 50)).problem?.rule.name == "cell/too-long")
  }
}
