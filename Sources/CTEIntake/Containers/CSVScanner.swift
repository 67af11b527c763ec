import CTERulePack

/// Finds the cells of rows in bytes. Quotes in quotes are taken out where they stand, so that every cell is a range.
struct CSVScanner {
  /// How many cells a row has; nil while the titles are read.
  let columnCount: Int?
  private(set) var rowNumber: Int
  private(set) var rowNumbers: [Int32] = []
  private var cells: [Table.Cell] = []
  private var row: [Table.Cell] = []
  private var longRows: [(row: Int, cellCount: Int)] = []
  /// Quoted cells of the row that are more than what stands between two quotes: their place, closing quote and end.
  private var untidy: [(index: Int, close: Int, end: Int)] = []
  /// Whether the file ends within quotes.
  private(set) var isUnclosed = false

  /// A table ends here, however short its rows are: empty cells take memory too.
  private static let maximumCells = 4 << 20
  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  init(columnCount: Int?, rowNumber: Int) {
    self.columnCount = columnCount
    self.rowNumber = rowNumber
  }

  /// Whether the table has as many cells as one may.
  var isFull: Bool { cells.count >= Self.maximumCells }

  func table(of bytes: [UInt8]) -> Table {
    Table(
      bytes: bytes, cells: cells, columnCount: columnCount ?? 0, rowNumbers: rowNumbers,
      longRows: longRows)
  }

  func rowTexts(_ bytes: [UInt8]) -> [String] {
    row.map { String(decoding: bytes[Int($0.start)..<Int($0.start + $0.length)], as: UTF8.self) }
  }

  /// Scans all rows that end within the bytes, and returns where the first that doesn't begins.
  mutating func scan(_ bytes: inout [UInt8], isLast: Bool) -> Int {
    cells.reserveCapacity(bytes.count / 6)
    return bytes.withUnsafeMutableBufferPointer { buffer in
      var position = 0
      while position < buffer.count, !isFull {
        let end = scanRow(buffer, from: position, isLast: isLast)
        guard end > position else { break }
        position = end
        rowNumber += 1
        keepRow()
      }
      return position
    }
  }

  /// Scans one row, and returns where the next begins, or 0 where the row doesn't end within the bytes.
  mutating func scanRow(_ bytes: inout [UInt8], isLast: Bool) -> Int {
    bytes.withUnsafeMutableBufferPointer { scanRow($0, from: 0, isLast: isLast) }
  }

  /// Keeps the row unless it is blank: a blank row counts, but holds nothing.
  private mutating func keepRow() {
    guard let columnCount, row.contains(where: { $0.length > 0 }) else { return }
    if row.count > columnCount, row[columnCount...].contains(where: { $0.length > 0 }) {
      longRows.append((rowNumbers.count, row.count))
    }
    cells.append(contentsOf: row.prefix(columnCount))
    for _ in 0..<max(0, columnCount - row.count) { cells.append(Table.Cell(start: 0, length: 0)) }
    rowNumbers.append(Int32(rowNumber))
  }

  private mutating func scanRow(
    _ bytes: UnsafeMutableBufferPointer<UInt8>, from start: Int, isLast: Bool
  ) -> Int {
    let end = findCells(bytes, from: start, isLast: isLast)
    if end > start && !untidy.isEmpty { tidy(bytes) }
    return end
  }

  private mutating func findCells(
    _ bytes: UnsafeMutableBufferPointer<UInt8>, from start: Int, isLast: Bool
  ) -> Int {
    row.removeAll(keepingCapacity: true)
    untidy.removeAll(keepingCapacity: true)
    var position = start
    while true {
      let cellStart = position
      if position < bytes.count, bytes[position] == Self.quote {
        guard let (cell, end) = quotedCell(bytes, from: position, isLast: isLast) else {
          return start
        }
        row.append(cell)
        position = end
      } else {
        while position < bytes.count, !Self.endsCell(bytes[position]) { position += 1 }
        row.append(Table.Cell(start: cellStart, length: position - cellStart))
      }
      guard position < bytes.count else { return isLast ? position : start }
      let byte = bytes[position]
      position += 1
      if byte == Self.comma { continue }
      guard byte == Self.carriageReturn else { return position }
      // A carriage return at the very end may have its line feed in the next block.
      guard position < bytes.count else { return isLast ? position : start }
      return bytes[position] == Self.lineFeed ? position + 1 : position
    }
  }

  @inline(__always)
  private static func endsCell(_ byte: UInt8) -> Bool {
    byte == comma || byte == lineFeed || byte == carriageReturn
  }

  /// Returns a quoted cell and where it ends, or nil where it doesn't end within the bytes.
  private mutating func quotedCell(
    _ bytes: UnsafeMutableBufferPointer<UInt8>, from start: Int, isLast: Bool
  ) -> (Table.Cell, Int)? {
    guard let (close, hasQuotes) = closingQuote(bytes, from: start + 1, isLast: isLast) else {
      isUnclosed = isLast
      return nil
    }
    var end = close + 1
    while end < bytes.count, !Self.endsCell(bytes[end]) { end += 1 }
    if end == bytes.count && !isLast { return nil }
    if hasQuotes || end > close + 1 { untidy.append((row.count, close, end)) }
    return (Table.Cell(start: start + 1, length: close - start - 1), end)
  }

  private func closingQuote(
    _ bytes: UnsafeMutableBufferPointer<UInt8>, from start: Int, isLast: Bool
  ) -> (position: Int, hasQuotes: Bool)? {
    var position = start
    var hasQuotes = false
    while position < bytes.count {
      if bytes[position] == Self.quote {
        guard position + 1 < bytes.count else { return isLast ? (position, hasQuotes) : nil }
        guard bytes[position + 1] == Self.quote else { return (position, hasQuotes) }
        hasQuotes = true
        position += 1
      }
      position += 1
    }
    return nil
  }

  /// Takes quotes in quotes out of the row's cells, once it is known that the row ends within the bytes.
  ///
  /// What stands between a closing quote and the comma belongs to the cell, as spreadsheet programs read it.
  private mutating func tidy(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
    for (index, close, end) in untidy {
      let start = Int(row[index].start)
      var source = start
      var target = start
      while source < end {
        if source == close || (source < close && bytes[source] == Self.quote) { source += 1 }
        guard source < end else { break }
        bytes[target] = bytes[source]
        source += 1
        target += 1
      }
      row[index] = Table.Cell(start: start, length: target - start)
    }
  }
}
