import CTEModel
import CTERulePack
import CTETestKit
import Testing

@testable import CTEIntake

/// A file with given bytes, gone when it is no longer needed.
final class TextFile {
  private let file: PassingFile
  var path: String { file.path }

  init(_ bytes: [UInt8]) throws {
    file = try PassingFile(bytes, named: "upload.csv")
  }

  convenience init(_ text: String) throws {
    try self.init(Array(text.utf8))
  }

  /// Reads the whole file, with the rows of all tables.
  ///
  /// - Parameters:
  ///   - titlesRow: The row in which the titles stand.
  func read(
    titlesRow: Int = 1, blockSize: Int = 1 << 16, limits: ReadingLimits = ReadingLimits()
  ) throws -> Contents {
    let file = try SourceFile(path: path, limits: limits)
    _ = try Reading.text.kind(of: file)
    var reader = try DelimitedReader(file, blockSize: blockSize)
    let titles = try reader.firstRows(ofSheet: 0, through: 100).first { $0.number == titlesRow }
    try reader.begin(below: try #require(titles), ofSheet: 0, taking: [])
    var contents = Contents(titles: try #require(titles).texts)
    while let table = try reader.next() { contents.add(table) }
    contents.notices = reader.notices
    return contents
  }

  /// What stands in a file.
  struct Contents: Equatable {
    let titles: [String]
    var rows: [Row] = []
    /// The numbers of the rows with too many cells.
    var long: [Int] = []
    var notices: [Notice] = []

    mutating func add(_ table: Table) {
      for row in 0..<table.rowCount {
        let cells = (0..<table.columnCount).map { column in
          let cell = table.cells[row * table.columnCount + column]
          return Array(table.bytes[Int(cell.start)..<Int(cell.start) + Int(cell.length)])
        }
        rows.append(Row(number: Int(table.rowNumbers[row]), bytes: cells))
      }
      long += table.longRows.map { Int(table.rowNumbers[$0.row]) }
    }
  }

  struct Row: Equatable {
    let number: Int
    let bytes: [[UInt8]]

    init(number: Int, bytes: [[UInt8]]) {
      self.number = number
      self.bytes = bytes
    }

    init(_ number: Int, _ cells: [String]) {
      self.init(number: number, bytes: cells.map { Array($0.utf8) })
    }

    var cells: [String] { bytes.map { String(decoding: $0, as: UTF8.self) } }
  }
}
