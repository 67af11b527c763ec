import CTEIntake
import CTEModel
import CTERulePack
import CTETestKit
import Testing

@testable import CTESpreadsheets

/// A file with given bytes, gone when it is no longer needed.
final class WorkbookFile {
  private let file: PassingFile
  let limits: ReadingLimits
  var path: String { file.path }

  init(_ bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) throws {
    file = try PassingFile(bytes, named: "roster.xlsx")
    self.limits = limits
  }

  func open() throws -> SourceFile { try SourceFile(path: path, limits: limits) }
}

/// What was read of a workbook, or why it wasn't.
struct ReadWorkbook: Equatable {
  var sheets: [Sheet] = []
  var heads: [HeadRow] = []
  /// Row numbers with their cells; kinds other than text stand behind the text, as in `#N/A|error`.
  var rows: [Row] = []
  var notices: [String] = []
  var error: IntakeError?

  struct Row: Equatable, CustomStringConvertible {
    let number: Int
    let cells: [String]
    var description: String { "\(number): \(cells)" }
  }

  /// The words of the error without the file's name.
  var words: String? {
    error.map { error in
      error.message.split(separator: " ").filter { !$0.contains("roster.xlsx") }
        .joined(separator: " ")
    }
  }

  private init(_ file: WorkbookFile, sheet: Int, titlesRow: Int, scans: Bool) throws {
    do {
      var reader = try XLSXReader(file.open(), scans: scans)
      sheets = reader.sheets
      heads = try reader.firstRows(ofSheet: sheet, through: max(titlesRow, 5))
      guard let titles = heads.first(where: { $0.number >= titlesRow }) else { return }
      try reader.begin(below: titles, ofSheet: sheet, taking: [])
      while let table = try reader.next() {
        rows += (0..<table.rowCount).map { row in
          Row(
            number: Int(table.rowNumbers[row]),
            cells: (0..<table.columnCount).map { column in
              let kind = table.kind(row: row, column: column)
              return table.text(row: row, column: column) + (kind == .text ? "" : "|\(kind)")
            })
        }
      }
      notices = reader.notices.map { "\($0.rule): \($0.message)" }
    } catch let error as IntakeError {
      self.error = error
    }
  }

  /// Reads a workbook both ways, which must find the same.
  init(
    _ bytes: [UInt8], limits: ReadingLimits = ReadingLimits(), sheet: Int = 0, titlesRow: Int = 1,
    location: SourceLocation = #_sourceLocation
  ) throws {
    let file = try WorkbookFile(bytes, limits: limits)
    self = try Self(file, sheet: sheet, titlesRow: titlesRow, scans: true)
    let parsed = try Self(file, sheet: sheet, titlesRow: titlesRow, scans: false)
    #expect(self == parsed, "scanned and parsed rows are the same", sourceLocation: location)
  }

  init(
    _ workbook: TestWorkbook, limits: ReadingLimits = ReadingLimits(), sheet: Int = 0,
    titlesRow: Int = 1, location: SourceLocation = #_sourceLocation
  ) throws {
    try self.init(
      workbook.zip.bytes, limits: limits, sheet: sheet, titlesRow: titlesRow, location: location)
  }
}
