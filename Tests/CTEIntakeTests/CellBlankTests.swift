import CEL
import CTEModel
import CTERulePack
import Testing

@testable import CTEIntake

struct CellBlankTests {
  private static let answers = CellForm.boolean([
    Choice(text: "Y", meaning: true), Choice(text: "N", meaning: false),
  ])
  private static let code: CellForm? = (try? Pattern("[A-Z]{2}[0-9]{2}")).map {
    .pattern($0, expected: "two letters and two digits", .course)
  }

  @Test(
    arguments: [
      ("Y", answers), ("03/15/2022", .day(.monthDayYear)), ("2022-03-15", .day(.yearMonthDay)),
      ("2022", .year), ("12", .integer(maximumDigits: 3)), ("0.5", .hundredths(maximumDigits: 3)),
      ("00012345", .digits(8, restoresZeros: true, .student)),
      ("12345678", .digits(8, restoresZeros: false, .student)),
      ("AB12", code ?? answers),
    ] as [(String, CellForm)])
  func `blanks around a value are a finding that names the value without them`(
    text: String, form: CellForm
  ) {
    #expect(CellParserTests.parse(text, as: form).problem == nil)
    for blanks in [" ", "\t", "\u{A0}", "\u{3000}"] {
      for cell in [text + blanks, blanks + text, "\(blanks)\(text)\(blanks) "] {
        let parsed = CellParserTests.parse(cell, as: form)
        #expect(parsed.code == nil)
        #expect(parsed.problem?.expected == text)
        #expect(parsed.problem?.help?.contains("blanks") == true)
        #expect(parsed.keys[.course].count == 0, "what isn't taken is no identifier")
      }
    }
  }

  @Test func `a value that would be wrong without blanks too is told as before`() {
    let parsed = CellParserTests.parse("yes ", as: Self.answers)
    #expect(parsed.problem?.expected == "Y, N")
    #expect(parsed.problem?.help == "Enter it exactly as listed, in upper and lower case as shown.")
  }

  @Test(arguments: [
    ("Ada Lane", "Ada Lane", false), ("Ada Lane ", "Ada Lane", true), (" Ada", "Ada", true),
    ("\u{A0}Zoë\u{3000}", "Zoë", true), ("Zoë", "Zoë", false), ("à", "à", false),
    ("\u{3001}", "\u{3001}", false), ("Ada\n", "Ada\n", false),
  ])
  func `blanks around names and texts are taken off and counted`(
    cell: String, expected: String, isTrimmed: Bool
  ) throws {
    let name = CellForm.name(maximumLength: 8, ignoresCaseAndBlanks: false, .word)
    for form in [name, .text(maximumLength: 8)] {
      let table = CellParserTests.table([cell])
      var keys = KeyTables()
      var parser = CellParser(table: table, column: 0, year: FiscalYear(2026))
      switch parser.parse(form, into: &keys) {
      case .codes(let codes): #expect(keys[.word].text(of: codes[0]) == expected)
      case .texts(let cells): #expect(table.text(of: cells[0]) == expected)
      case .absent: Issue.record("the column is there")
      }
      #expect(parser.problems.isEmpty)
      #expect(parser.repair?.kind == (isTrimmed ? .trimmedBlanks : nil))
    }
  }

  @Test(arguments: [("A101", nil), ("A101 ", "A101"), ("\u{A0}A101", "A101")])
  func `an identifier is refused with blanks around it, and told without them`(
    cell: String, expected: String?
  ) {
    let form = CellForm.name(maximumLength: 8, ignoresCaseAndBlanks: false, .credentialCode)
    let parsed = CellParserTests.parse(cell, as: form)
    #expect(parsed.problem?.rule.name == expected.map { _ in "cell/blanks-around" })
    #expect(parsed.problem?.expected == expected)
  }

  @Test func `the repair counts cells and tells the first row`() {
    var parser = CellParser(
      table: CellParserTests.table(["a", " b", "c", "d ", "far too long "]), column: 0,
      year: FiscalYear(2026))
    var keys = KeyTables()
    _ = parser.parse(.text(maximumLength: 5), into: &keys)
    #expect(parser.repair?.count == 2)
    #expect(parser.repair?.firstRow == 3)
    #expect(parser.problems.map(\.row) == [4])
  }

  @Test func `what was made good is counted by column and kind, over all tables`() {
    var counts = RepairCounts()
    counts.set((.trimmedBlanks, 2, 9), column: 1)
    counts.set((.restoredZeros, 1, 4), column: 0)
    var others = RepairCounts()
    others.set((.trimmedBlanks, 3, 5), column: 1)
    counts.add(others)
    #expect(
      counts.repairs(titles: ["a", "b"]) == [
        Repair(column: "a", kind: .restoredZeros, count: 1, firstRow: 4),
        Repair(column: "b", kind: .trimmedBlanks, count: 5, firstRow: 5),
      ])
  }
}
