import CTEIntake
import CTERulePack
import Foundation

/// A file with given bytes, gone when it is no longer needed.
final class TextFile {
  let path: String

  init(_ bytes: [UInt8]) throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("\(UUID().uuidString).csv").path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  convenience init(_ text: String) throws {
    try self.init(Array(text.utf8))
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Reads the whole file, with the rows of all tables.
  func rows(blockSize: Int = 1 << 16) throws -> (titles: [String], rows: [Row], long: [Int]) {
    var reader = try CSVReader(SourceFile(path: path), blockSize: blockSize)
    try reader.begin(atHeaderRow: 1)
    var rows: [Row] = []
    var long: [Int] = []
    while let table = try reader.next() {
      for row in 0..<table.rowCount {
        let cells = (0..<table.columnCount).map { table.text(row: row, column: $0) }
        rows.append(Row(number: Int(table.rowNumbers[row]), cells: cells))
      }
      long += table.longRows.map { Int(table.rowNumbers[$0.row]) }
    }
    return (reader.titles, rows, long)
  }

  struct Row: Equatable {
    let number: Int
    let cells: [String]
  }
}
