import CTEIntake
import CTEModel
import CTERulePack
import CTESpreadsheets
import CTETestKit
import Foundation
import Testing

/// A workbook on a disk, gone when it is no longer needed.
final class XLSFixture {
  private let file: PassingFile
  private let limits: ReadingLimits
  var path: String { file.path }

  init(_ bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) throws {
    file = try PassingFile(bytes, named: "upload.xls")
    self.limits = limits
  }

  /// Opens the file as the kind that takes it by its first bytes.
  func reader() throws -> any TableReader {
    let beginning = try Data(contentsOf: URL(fileURLWithPath: path)).prefix(4096)
    let kind = try #require(Reading.spreadsheets.kinds.first { $0.recognises(Array(beginning)) })
    #expect(kind.name == "xls")
    return try kind.open(SourceFile(path: path, limits: limits))
  }

  /// Reads a sheet below its first row that isn't blank.
  ///
  /// - Parameter taken: The columns that are taken; nil for all.
  func rows(ofSheet sheet: Int = 0, taking taken: Set<Int>? = nil) throws -> XLSRowsRead {
    var reader = try reader()
    let titles = try #require(reader.firstRows(ofSheet: sheet, through: 100).first)
    try reader.begin(below: titles, ofSheet: sheet, taking: taken ?? Set(titles.texts.indices))
    var rows: [XLSRowsRead.Row] = []
    while let table = try reader.next() {
      for row in 0..<table.rowCount {
        rows.append(
          .init(
            number: Int(table.rowNumbers[row]),
            cells: (0..<table.columnCount).map { table.text(row: row, column: $0) },
            kinds: (0..<table.columnCount).map { table.kind(row: row, column: $0) }))
      }
    }
    return XLSRowsRead(titles: titles, rows: rows, notices: reader.notices)
  }

  /// The error by which the file is refused; nil where it is read.
  func refusal(taking taken: Set<Int>? = nil) throws -> IntakeError? {
    do {
      _ = try rows(taking: taken)
      return nil
    } catch let error as IntakeError {
      return error
    }
  }
}

/// What was read of a sheet.
struct XLSRowsRead {
  let titles: HeadRow
  let rows: [Row]
  let notices: [Notice]

  struct Row: Equatable {
    let number: Int
    let cells: [String]
    let kinds: [CellKind]
  }
}
