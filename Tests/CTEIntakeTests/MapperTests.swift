import CTEModel
import CTERulePack
import CTETestKit
import Foundation
import Testing

@testable import CTEIntake

struct MapperTests {
  private static let format = """
    summary: Students, with a column that says what a row is.
    source: manual, "Students"
    trust: loaded
    columns:
      - {title: Kind, field: kind, required: true}
      - {title: Student Number, field: id, required: true}
      - {title: Last Name, field: lastName}
      - {title: Birth Date, field: birthDay, form: yyyy-mm-dd, required: true}
      - {title: English Learner, field: specialPopulations, adds: englishLearner, when: Y, otherwise: N}
      - {title: Homeless, field: specialPopulations, adds: homeless, when: Y}
      - {title: Remarks, ignore: true}
    rows:
      - when: kind != ''
        record: student
        fields: {id: id, lastName: lastName, birthDay: birthDay, specialPopulations: specialPopulations}

    """
  private static let titles = [
    "Kind", "Student Number", "Last Name", "Birth Date", "English Learner", "Homeless", "Remarks",
  ]
  private static let row = ["S", "000001", "Lane", "03/15/2005", "Y", "Y", ""]

  /// A pack of an invented state with the format.
  private static func pack() throws -> RulePack {
    try withPassingFolder { folder in
      let year = FiscalYear(2026)
      try NewPack(named: "lakeland", years: year...year).write(in: folder)
      try format.write(
        to: folder.appendingPathComponent("lakeland/formats/students.yaml"), atomically: true,
        encoding: .utf8)
      let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
      return try RulePack.load(
        "lakeland", year: year,
        from: PackLibrary(folders: [folder, root.appendingPathComponent("RulePacks")]))
    }
  }

  /// Maps a row with something else in one of its cells.
  private static func map(
    _ text: String, _ kind: CellKind, at column: Int
  ) throws -> (batch: Batch, findings: [Finding], repairs: [Repair]) {
    var texts = row
    var kinds = Array(repeating: CellKind.text, count: row.count)
    (texts[column], kinds[column], kinds[3]) = (text, kind, column == 3 ? kind : .day)
    let cells = CellParserTests.table(texts).cells
    let table = Table(
      bytes: Array(texts.joined().utf8), cells: cells, kinds: kinds, columnCount: cells.count,
      rowNumbers: [2])
    let pack = try pack()
    let format = try #require(pack.formats["students"])
    var mapper = Mapper(match: FormatMatch(format, titles: titles), pack: pack)
    var keys = KeyTables()
    let (batch, findings) = mapper.map(table, keys: &keys)
    return (batch, findings, mapper.repairs)
  }

  @Test(arguments: 0...6)
  func `a cell without a value is told in every column that the format takes`(column: Int) throws {
    let mapped = try Self.map("#REF!", .error, at: column)
    let isTaken = column < 6
    #expect(mapped.findings.map(\.rule.name) == (isTaken ? ["cell/error"] : []))
    #expect(mapped.findings.allSatisfy { $0.columnIndex == column && $0.value == "#REF!" })
    #expect((mapped.batch.records[0].errors[0] != 0) == isTaken)
  }

  @Test(arguments: [
    (1, "000002", []), (2, "Lane", []), (2, "Lane ", [Repair.Kind.trimmedBlanks]),
    (1, "2", [.restoredZeros]), (5, "no", []),
  ])
  func `a row without a mistake has no finding, and repairs are counted`(
    column: Int, text: String, repairs: [Repair.Kind]
  ) throws {
    let mapped = try Self.map(text, .text, at: column)
    #expect(mapped.findings.isEmpty)
    #expect(mapped.batch.records[0].errors == [0])
    #expect(mapped.repairs.map(\.kind) == repairs)
    #expect(mapped.repairs.allSatisfy { $0.count == 1 && $0.firstRow == 2 })
  }

  @Test(arguments: [(4, "Y\u{A0}"), (4, " N"), (5, "Y ")])
  func `an answer with blanks around it is told, even where any other text says no`(
    column: Int, text: String
  ) throws {
    let mapped = try Self.map(text, .text, at: column)
    #expect(mapped.findings.map(\.rule.name) == ["cell/not-listed"])
    #expect(mapped.findings.first?.expected == text.withoutBlanks)
    #expect(mapped.findings.first?.help == "Remove the blanks before and after it.")
  }
}
