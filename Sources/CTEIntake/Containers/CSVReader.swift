public import CTERulePack

/// Reads comma-separated values as RFC 4180 has them: quotes, quotes in quotes, and line breaks of every kind.
public struct CSVReader: TableReader {
  /// The titles as the file has them, in their order.
  public private(set) var titles: [String] = []
  private let file: SourceFile
  private let blockSize: Int
  /// The beginning of a row whose end has not been read yet.
  private var rest: [UInt8] = []
  private var isAtEnd = false
  /// Whether the rest holds whole rows, because the table before it was full.
  private var restHasRows = false
  private var rowNumber = 0

  /// A row longer than this has an opening quotation mark that is never closed.
  private static let maximumRowBytes = 16 << 20
  /// The greatest number of columns that spreadsheet programs write.
  private static let maximumColumns = 16_384

  /// The beginning of the file, as long as its titles may still be looked for in another row.
  private var beginning: [UInt8]?

  /// Creates a reader of a file. Its titles are read by `begin`.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - blockSize: How many bytes are read at a time.
  /// - Throws: `IntakeError` where the file isn't text in UTF-8.
  public init(_ file: SourceFile, blockSize: Int = 4 << 20) throws {
    self.file = file
    self.blockSize = blockSize
    var bytes = try block()
    try refuseOtherKinds(bytes)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if bytes.starts(with: mark) { bytes.removeFirst(mark.count) }
    beginning = bytes
  }

  /// Reads the titles from a row. It may be called again with another row until rows are read.
  ///
  /// - Parameter headerRow: The row of the titles as a spreadsheet shows it, from 1.
  /// - Throws: `IntakeError` where the row has no titles.
  public mutating func begin(atHeaderRow headerRow: Int) throws {
    precondition(beginning != nil, "titles are looked for before rows are read")
    rest = beginning ?? []
    rowNumber = 0
    titles = []
    try readTitles(headerRow: headerRow)
  }

  /// Returns the next rows, or nil after the last.
  public mutating func next() throws -> Table? {
    beginning = nil
    while !(isAtEnd && rest.isEmpty) {
      var bytes = try block()
      var scanner = CSVScanner(columnCount: titles.count, rowNumber: rowNumber)
      let used = scanner.scan(&bytes, isLast: isAtEnd)
      rowNumber = scanner.rowNumber
      restHasRows = scanner.isFull
      try keepRest(of: bytes, from: used, isUnclosed: scanner.isUnclosed)
      if !scanner.rowNumbers.isEmpty { return scanner.table(of: bytes) }
    }
    return nil
  }

  /// The unfinished row of the last block and what follows it in the file.
  private mutating func block() throws -> [UInt8] {
    // A table that ended early leaves whole rows, which come before more is read.
    guard !isAtEnd, !restHasRows else {
      restHasRows = false
      defer { rest = [] }
      return rest
    }
    let carried = rest.count
    var read = 0
    let bytes = try [UInt8](unsafeUninitializedCapacity: carried + blockSize) { buffer, count in
      let raw = UnsafeMutableRawBufferPointer(buffer)
      raw.copyBytes(from: rest)
      read = try file.read(
        into: UnsafeMutableRawBufferPointer(rebasing: raw[carried...].prefix(blockSize)))
      count = carried + read
    }
    isAtEnd = read < blockSize
    rest = []
    return bytes
  }

  private mutating func keepRest(of bytes: [UInt8], from used: Int, isUnclosed: Bool) throws {
    rest = Array(bytes[used...])
    if isUnclosed || rest.count > Self.maximumRowBytes {
      throw IntakeError(
        .malformed,
        "row \(rowNumber + 1) of \(file.name) has an opening quotation mark that is never closed")
    }
  }

  private mutating func readTitles(headerRow: Int) throws {
    while rowNumber < headerRow, let texts = try nextRowTexts() { titles = texts }
    while titles.last?.isEmpty == true { titles.removeLast() }
    if titles.count > Self.maximumColumns {
      throw IntakeError(
        .malformed,
        "\(file.name) has \(titles.count) columns; no format has more than \(Self.maximumColumns)")
    }
    if titles.isEmpty || rowNumber < headerRow {
      throw IntakeError(.empty, "\(file.name) has no titles in row \(headerRow)")
    }
  }

  /// Returns the texts of the next row, or nil after the last.
  private mutating func nextRowTexts() throws -> [String]? {
    while !(isAtEnd && rest.isEmpty) {
      var scanner = CSVScanner(columnCount: nil, rowNumber: rowNumber)
      let used = scanner.scanRow(&rest, isLast: isAtEnd)
      guard used == 0 else {
        let texts = scanner.rowTexts(rest)
        rest = Array(rest[used...])
        rowNumber += 1
        return texts
      }
      try keepRest(of: rest, from: 0, isUnclosed: scanner.isUnclosed)
      let known = rest.count
      rest = try block()
      beginning?.append(contentsOf: rest[known...])
    }
    return nil
  }

  private func refuseOtherKinds(_ bytes: [UInt8]) throws {
    let isZip = bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
    let isCompound = bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    if isZip || isCompound {
      throw IntakeError(
        .unknownKind, "\(file.name) is a workbook; save the sheet as CSV (UTF-8) and upload that")
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      || bytes.prefix(4096).contains(0)
    {
      throw IntakeError(
        .unknownKind, "\(file.name) is no text in UTF-8; save it as CSV (UTF-8) and upload that")
    }
  }
}
