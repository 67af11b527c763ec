import CTEIntake
import CTEModel
import CTERulePack
import Foundation
import Testing

@testable import CTESpreadsheets

/// What was wrong is found again where a new workbook is uploaded as it came back.
struct ReturnedKindTests {
  private static let titles = ["SUID", "School", "Test Date"]

  @Test func `cells of a new workbook are of the kind that they were`() throws {
    let rows =
      ReturnedSample.row(1, Self.titles)
      + #"<row r="2"><c t="e"><v>#N/A</v></c><c><v>1.2345678901234567E+17</v></c><c s="1"><v>46000</v></c></row>"#
      + #"<row r="3"><c><v>12</v></c><c t="e"><v>#DIV/0!</v></c><c s="1"><v>1</v></c></row>"#
      + #"<row r="4"><c t="b"><v>1</v></c><c t="str"><v>#N/A</v></c><c s="1"><v>61</v></c></row>"#
    let file = try ReturnedFile(ReturnedSample(sheet: ReturnedSample.sheet(rows: rows)))
    try file.mark([.error(2, 0), .error(2, 1), .error(3, 2)])
    let (before, after) = (try Self.cells(of: file.source), try Self.cells(of: file.target))
    #expect(before == after)
    #expect(after[0].map(\.kind) == [.error, .imprecise, .day])
    #expect(after[1].map(\.kind) == [.text, .error, .day])
    #expect(after[2].map(\.kind) == [.text, .text, .day])
    #expect(try file.fill("A2") == "FFFFC9C7" && file.fill("B3") == nil)
  }

  @Test func `a formula without a value has none in a new workbook either`() throws {
    let rows =
      ReturnedSample.row(1, Self.titles)
      + #"<row r="2"><c><f>1+1</f></c><c><v>1</v></c></row>"#
    let file = try ReturnedFile(ReturnedSample(sheet: ReturnedSample.sheet(rows: rows)))
    try file.mark([.error(2, 0)])
    #expect(try Self.cells(of: file.source)[0][0].kind == .uncalculated)
    let cells = try Self.cells(of: file.target)[0]
    #expect(
      cells[0] == Cell(text: "#N/A", kind: .error) && cells[1] == Cell(text: "1", kind: .text))
  }

  @Test func `old workbooks come back with their kinds, and formulas leave their sign`() throws {
    let book = XLSBook.with { _, sheet in
      sheet.titles(Self.titles)
      sheet.error(1, 0, 0x2A)
      sheet.formula(1, 1)
      sheet.number(1, 2, 1e15)
    }
    let file = try ReturnedFile(book.bytes, name: "upload.xls")
    try file.mark([.error(2, 0)])
    let cells = try Self.cells(of: file.target)[0]
    #expect(cells[0] == Cell(text: "#N/A", kind: .error))
    #expect(cells[1] == Cell(text: "=", kind: .text))
    #expect(cells[2] == Cell(text: "1000000000000000", kind: .imprecise))
  }

  @Test(arguments: [
    ("01/01/1900", LaidOutCell.day(1)), ("02/28/1900", .day(59)), ("03/01/1900", .day(61)),
    ("12/09/2025", .day(46_000)), ("12/31/9999", .day(2_958_465)),
    ("12/31/1899", .text("12/31/1899")), ("02/30/2026", .text("02/30/2026")), ("1/2", .text("1/2")),
  ])
  func `a day has the number that programs give it`(text: String, cell: LaidOutCell) {
    #expect(LaidOutCell(text, .day) == cell)
    #expect(LaidOutCell(text, .text) == .text(text))
  }

  @Test func `letters that can't be read don't come back as good ones`() throws {
    let bytes =
      Array("SUID,School,Test Date\n0012345678,Caf".utf8) + [0xC3, 0x28] + Array(",ä\n".utf8)
    let file = try ReturnedFile(bytes, name: "upload.csv")
    try file.mark([.error(2, 1)])
    let text = try #require(try file.rows()[2]?[1])
    #expect(text.hasPrefix("Caf") && text != "Caf(")
  }

  struct Cell: Equatable {
    let text: String
    let kind: CellKind
  }

  /// The cells below the titles, as they are read.
  private static func cells(of url: URL) throws -> [[Cell]] {
    var reader = try XLSXReader(SourceFile(path: url.path))
    _ = try reader.firstRows(ofSheet: 0, through: 1)
    try reader.begin(below: HeadRow(number: 1, texts: titles), ofSheet: 0, taking: [0, 1, 2])
    var rows: [[Cell]] = []
    while let table = try reader.next() {
      for row in 0..<table.rowCount {
        rows.append(
          titles.indices.map {
            Cell(text: table.text(row: row, column: $0), kind: table.kind(row: row, column: $0))
          })
      }
    }
    return rows
  }
}
