import CTEIntake
import CTERulePack
import CTESpreadsheets
import CTETestKit
import Testing

@testable import HostileFiles

struct OddFileTests {
  @Test func `there are at least sixty odd files, each of its own name`() {
    let names = OddFile.all.map(\.name)
    #expect(names.count >= 60 && Set(names).count == names.count)
  }

  @Test(arguments: OddFile.all.map(\.name))
  func `an odd file is read as a spreadsheet program shows it`(name: String) throws {
    let file = try #require(OddFile.all.first { $0.name == name })
    let upload = try PassingFile(file.content().bytes, named: "upload")
    let source = try SourceFile(path: upload.path)
    var reader = try Reading.spreadsheets.kind(of: source).open(source)
    try #require(reader.sheets.map(\.isHidden) == file.hidden)
    let heads = try reader.firstRows(ofSheet: file.sheet, through: 100)
    let titles = try #require(heads.first { $0.number == file.titlesRow })
    #expect(titles.texts == file.titles)
    let columns = Set(file.titles.indices)
    try reader.begin(below: titles, ofSheet: file.sheet, taking: columns)
    var rows: [OddFile.Row] = []
    var kinds: [String: CellKind] = [:]
    while let table = try reader.next() {
      rows += table.rows
      kinds.merge(table.oddKinds) { $1 }
    }
    #expect(rows == file.rows)
    #expect(kinds == file.kinds)
  }
}

extension Table {
  fileprivate var rows: [OddFile.Row] {
    rowNumbers.enumerated().map { row, number in
      OddFile.Row(
        number: Int(number), texts: (0..<columnCount).map { text(row: row, column: $0) })
    }
  }

  /// What cells hold that is no text, by their names.
  fileprivate var oddKinds: [String: CellKind] {
    let cells = rowNumbers.enumerated().flatMap { row, number in
      (0..<columnCount).map { column in
        (
          WorkbookBuilder.cellName(row: Int(number), column: column),
          kind(row: row, column: column)
        )
      }
    }
    return Dictionary(cells.filter { $0.1 != .text }) { $1 }
  }
}
