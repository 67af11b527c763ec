import CTERulePack

/// Collects the rows of delimited text to tables.
struct TableBuilder {
  /// How many cells a row has.
  let columnCount: Int
  /// The number of the last row, blank or not.
  private(set) var rowNumber: Int
  private var scanner: DelimitedScanner
  private var rowNumbers: [Int32] = []
  private var cells: [Table.Cell] = []
  private var longRows: [(row: Int, cellCount: Int)] = []

  /// A table ends here, however short its rows are: empty cells take memory too.
  private static let maximumCells = 1 << 20

  init(_ scanner: DelimitedScanner, columnCount: Int, rowNumber: Int) {
    self.scanner = scanner
    self.columnCount = columnCount
    self.rowNumber = rowNumber
  }

  /// Whether there are as many cells as a table may have.
  var isFull: Bool { cells.count >= Self.maximumCells }

  /// Whether there are no rows but blank ones.
  var isEmpty: Bool { rowNumbers.isEmpty }
  /// The bound that the next row passes.
  var passed: Limit? { scanner.passed }
  /// Whether the bytes end within quotes.
  var isWithinQuotes: Bool { scanner.isWithinQuotes }

  func table(of bytes: [UInt8]) -> Table {
    Table(
      bytes: bytes, cells: cells, columnCount: columnCount, rowNumbers: rowNumbers,
      longRows: longRows)
  }

  /// Takes all rows that end within the bytes, and returns where the first that doesn't begins.
  mutating func take(_ bytes: inout [UInt8], from start: Int, isLast: Bool) -> Int {
    cells.reserveCapacity(min((bytes.count - start) / 6, Self.maximumCells + columnCount))
    return bytes.withUnsafeMutableBufferPointer { buffer in
      var position = start
      while position < buffer.count, !isFull {
        let end = scanner.scanRow(buffer, from: position, isLast: isLast)
        guard end > position, scanner.passed == nil else { break }
        position = end
        rowNumber += 1
        keepRow()
      }
      return position
    }
  }

  /// Keeps the row unless it is blank: a blank row counts, but holds nothing.
  private mutating func keepRow() {
    let row = scanner.row.all
    guard row.contains(where: { $0.length > 0 }) else { return }
    if row.count > columnCount, row[columnCount...].contains(where: { $0.length > 0 }) {
      longRows.append((rowNumbers.count, row.count))
    }
    cells.append(contentsOf: UnsafeBufferPointer(rebasing: row.prefix(columnCount)))
    for _ in 0..<max(0, columnCount - row.count) { cells.append(Table.Cell(start: 0, length: 0)) }
    rowNumbers.append(Int32(clamping: rowNumber))
  }
}
