import CTEIntake

/// Some rows of a sheet: what each cell is, and the values, where libfreexl can read them.
struct BIFFPiece {
  /// The rows that hold something, counted from 0.
  private(set) var rows: [Int] = []
  /// What the cells are, row by row.
  private(set) var cells: [Content] = []
  /// The values, in rows of this piece.
  private(set) var plain: PlainSheet
  /// The first cell beside the columns that are read.
  private(set) var firstBeside: (row: Int, column: Int)?
  private let columnCount: Int

  /// What a cell is.
  enum Content: Equatable {
    case nothing
    case text
    /// A number of a style.
    case number(UInt16)
    case truth(Bool)
    case error(UInt8)
    /// A formula, or a text of which libfreexl can make nothing.
    case unreadable
  }

  /// A piece ends with the row in which it has so many rows, cells or bytes.
  private static let mostRows = 1 << 15
  private static let mostCells = 1 << 17
  private static let mostBytes = 2 << 20

  /// Creates a piece without rows.
  init(columnCount: Int, of book: BIFFBook) {
    self.columnCount = columnCount
    plain = PlainSheet(version: book.version, codePage: book.codePage)
  }

  /// Whether no further row should be added.
  var isFull: Bool {
    rows.count >= Self.mostRows || cells.count >= Self.mostCells || plain.size >= Self.mostBytes
  }

  /// Adds a cell, whose record is the one that was read last.
  mutating func add(_ cell: BIFFCell, of reader: BIFFCells) throws(IntakeError) {
    if cell.columns.upperBound > columnCount, firstBeside == nil {
      firstBeside = (cell.row, max(cell.columns.lowerBound, columnCount))
    }
    guard cell.columns.lowerBound < columnCount else { return }
    if rows.last != cell.row {
      rows.append(cell.row)
      cells += repeatElement(.nothing, count: columnCount)
    }
    for column in cell.columns.prefix(while: { $0 < columnCount }) {
      let content = try content(of: cell, column: column, in: reader)
      cells[(rows.count - 1) * columnCount + column] = content
    }
  }

  private mutating func content(
    of cell: BIFFCell, column: Int, in reader: BIFFCells
  ) throws(IntakeError) -> Content {
    let records = reader.records
    switch cell.kind {
    case .number:
      let type = records.type
      return try number(in: records, style: 4, size: type == BIFFType.number ? 8 : 4, type, column)
    case .numbers:
      let place = 4 + 6 * (column - cell.columns.lowerBound)
      return try number(in: records, style: place, size: 4, BIFFType.shortNumber, column)
    case .truth(let value): return .truth(value)
    case .error(let code): return .error(code)
    case .formula: return .unreadable
    case .sharedText, .text:
      guard let text = reader.text(of: cell) else { return .unreadable }
      if text.number16(0) == 0 { return .nothing }
      plain.add(
        reader.isOfVersion8 ? text.mended : text, type: BIFFType.text, row: rows.count - 1,
        column: column)
      return .text
    }
  }

  private mutating func number(
    in records: BIFFRecords, style: Int, size: Int, _ type: Int, _ column: Int
  ) throws(IntakeError) -> Content {
    let bytes = try records.bytes(style + 2..<style + 2 + size)
    plain.add(bytes, type: type, row: rows.count - 1, column: column)
    return .number(UInt16(try records.short(style)))
  }
}

extension BIFFCells {
  /// Returns the text of a cell as a record of text has it; nil where libfreexl couldn't read it whole.
  func text(of cell: BIFFCell) -> ArraySlice<UInt8>? {
    let text: ArraySlice<UInt8>
    switch cell.kind {
    case .sharedText(let place): text = sharedText(at: place)
    case .text(let end): text = records.bytes.prefix(end).dropFirst(6)
    default: return nil
    }
    guard !text.isEmpty, text.count <= PlainSheet.longestText + 3 else { return nil }
    return text.isWithoutZero(isOfVersion8: isOfVersion8) ? text : nil
  }
}

extension ArraySlice<UInt8> {
  /// Whether no character is a zero, with which texts end for libfreexl.
  fileprivate func isWithoutZero(isOfVersion8: Bool) -> Bool {
    guard isOfVersion8 else { return !dropFirst(2).contains(0) }
    let characters = dropFirst(3)
    guard number16(0) != 0, self[startIndex + 2] & 1 == 1 else { return !characters.contains(0) }
    return !stride(from: 0, to: characters.count, by: 2).contains { characters.number16($0) == 0 }
  }
}
