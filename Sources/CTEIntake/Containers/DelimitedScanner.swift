import CTERulePack

/// Finds the cells of rows in bytes. Quotes in quotes are taken out where they stand, so that every cell is a range.
struct DelimitedScanner {
  /// The cells of the row that was scanned last.
  let row: RowCells
  let cellEnd: CellEnd
  /// Quoted cells of the row that are more than what stands between two quotes: their place, closing quote and end.
  var untidy: [(index: Int, close: Int, end: Int)] = []
  /// Whether the bytes end within quotes.
  var isWithinQuotes = false
  /// The bound that the row passes at which scanning stopped; nil where it passes none.
  private(set) var passed: Limit?
  /// Whether a cell of the row may hold nothing but blanks.
  private var mayHaveBlanks = false
  private let limits: ReadingLimits
  /// A row of fewer bytes passes no bound but that of columns.
  private let harmlessLength: Int

  static let quote = UInt8(ascii: "\"")

  init(separator: UInt8, limits: ReadingLimits) {
    cellEnd = CellEnd(separator: separator)
    self.limits = limits
    row = RowCells(capacity: min(limits[.columns], 1 << 20))
    harmlessLength = min(limits[.cellCharacters], limits[.rowBytes])
  }

  /// Scans one row, and returns where the next begins, or where it begins itself if it doesn't end within the bytes.
  mutating func scanRow(
    _ bytes: UnsafeMutableBufferPointer<UInt8>, from start: Int, isLast: Bool
  ) -> Int {
    let end = findCells(UnsafeBufferPointer(bytes), from: start, isLast: isLast)
    guard end > start else { return end }
    if !untidy.isEmpty { tidy(bytes) }
    if mayHaveBlanks || !untidy.isEmpty { emptyBlanks(UnsafeBufferPointer(bytes)) }
    if end - start > harmlessLength { holdRow(UnsafeBufferPointer(bytes), length: end - start) }
    return end
  }

  /// Finds the cells of a row as they stand, and returns where the next row begins, or its own beginning if it doesn't end.
  mutating func findCells(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool
  ) -> Int {
    row.removeAll()
    untidy.removeAll(keepingCapacity: true)
    mayHaveBlanks = false
    var position = start
    while true {
      if position < bytes.count, bytes[position] == Self.quote {
        guard let end = findQuotedCell(bytes, from: position, isLast: isLast) else { return start }
        position = end
      } else {
        position = findCell(bytes, from: position)
      }
      guard position < bytes.count else { return isLast ? position : start }
      let byte = bytes[position]
      position += 1
      if byte == cellEnd.separator {
        guard row.isFull else { continue }
        passed = .columns
        return position
      }
      guard byte == CellEnd.carriageReturn else { return position }
      // A carriage return at the very end may have its line feed in the next block.
      guard position < bytes.count else { return isLast ? position : start }
      return bytes[position] == CellEnd.lineFeed ? position + 1 : position
    }
  }

  /// Takes a cell without quotes into the row and returns where it ends.
  @inline(__always)
  private mutating func findCell(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let end = cellEnd.find(in: bytes, from: start)
    if end > start { noteBlank(bytes[start]) }
    row.append(Table.Cell(start: start, length: end - start))
    return end
  }

  /// Takes note of the first byte of a cell, which may be that of a blank.
  @inline(__always)
  mutating func noteBlank(_ first: UInt8) {
    if first <= 0x20 || first == 0xC2 || first == 0xE3 { mayHaveBlanks = true }
  }

  private mutating func emptyBlanks(_ bytes: UnsafeBufferPointer<UInt8>) {
    for (place, cell) in row.all.enumerated()
    where text(of: cell, in: bytes).rangeWithoutBlanks.isEmpty {
      row[place] = Table.Cell(start: Int(cell.start), length: 0)
    }
  }

  private mutating func holdRow(_ bytes: UnsafeBufferPointer<UInt8>, length: Int) {
    guard length <= limits[.rowBytes] else {
      passed = .rowBytes
      return
    }
    let maximum = limits[.cellCharacters]
    for cell in row.all where cell.length > maximum {
      // Every character has one byte that continues none.
      let characters = text(of: cell, in: bytes).count { $0 & 0xC0 != 0x80 }
      if characters > maximum { passed = .cellCharacters }
    }
  }

  /// Returns the texts of the row's cells.
  func texts(in bytes: [UInt8]) -> [String] {
    bytes.withUnsafeBufferPointer { bytes in
      row.all.map { String(decoding: text(of: $0, in: bytes), as: UTF8.self) }
    }
  }

  private func text(
    of cell: Table.Cell, in bytes: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[Int(cell.start)..<Int(cell.start) + Int(cell.length)])
  }
}
