import CTEModel
import CTERulePack
import Testing

@testable import CTEIntake

struct CellKindTests {
  private static func parse(
    _ cells: [(text: String, kind: CellKind)], as form: CellForm
  ) -> (codes: [Int32], problems: [CellParser.Problem]) {
    let table = CellParserTests.table(cells.map(\.text), kinds: cells.map(\.kind))
    var keys = KeyTables()
    var parser = CellParser(table: table, column: 0, year: FiscalYear(2026))
    guard case .codes(let codes) = parser.parse(form, into: &keys) else {
      return ([], parser.problems)
    }
    return (codes, parser.problems)
  }

  @Test(arguments: ["m/d/yyyy", "mm/dd/yyyy", "yyyy-mm-dd", "dd.mm.yyyy"])
  func `a cell that the file says is a day is read whatever the column's form`(form: String) throws
  {
    let form = try #require(DayForm(form))
    let parsed = Self.parse(
      [("03/15/2022", .day), ("02/30/2022", .day), ("x", .text)], as: .day(form))
    let day = try #require(CalendarDay(year: 2022, month: 3, day: 15))
    #expect(parsed.codes == [day.ordinal, missingCode, missingCode])
    #expect(parsed.problems.map(\.row) == [1, 2])
    #expect(parsed.problems.allSatisfy { $0.problem.rule == .cellNotADay })
  }

  @Test func `a text beside days is read in the column's form`() throws {
    let parsed = Self.parse(
      [("03/15/2022", .day), ("2022-03-15", .text), ("03/15/2022", .text), ("2022-03-15 ", .text)],
      as: .day(.yearMonthDay))
    let day = try #require(CalendarDay(year: 2022, month: 3, day: 15)).ordinal
    #expect(parsed.codes == [day, day, missingCode, missingCode])
    #expect(parsed.problems.last?.problem.expected == "2022-03-15")
  }

  @Test(arguments: [
    (CellKind.error, "#N/A", "cell/error", "the cell shows the error #N/A"),
    (.uncalculated, "=A1", "cell/not-calculated", "the formula has no value yet"),
    (
      .imprecise, "1234567890123460", "cell/digits-lost",
      "the number has more digits than spreadsheet programs keep, so its last digits are lost"
    ),
  ])
  func `a cell without a value is told as such in a column of any form, and read in none`(
    kind: CellKind, text: String, rule: String, message: String
  ) throws {
    let forms: [CellForm] = [
      .digits(16, restoresZeros: true, .student), .year, .day(.monthDayYear),
      .name(maximumLength: 50, ignoresCaseAndBlanks: false, .course), .text(maximumLength: 50),
      .boolean([Choice(text: text, meaning: true)]), .integer(maximumDigits: 9),
    ]
    for form in forms {
      let parsed = Self.parse([(text, kind)], as: form)
      #expect(parsed.codes.allSatisfy { $0 == missingCode })
      #expect(parsed.problems.map(\.problem.rule.name) == [rule])
      #expect(parsed.problems.first?.problem.message == message)
      #expect(parsed.problems.first?.problem.help?.isEmpty == false)
      #expect(CellProblem.checks.contains { $0.name == rule })
    }
  }
}
