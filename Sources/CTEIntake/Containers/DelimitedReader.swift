public import CTEModel
public import CTERulePack

/// Reads delimited text as RFC 4180 and spreadsheet programs have it: quotes, quotes in quotes, line breaks of every kind.
///
/// The encoding is told by the bytes, the separator by the first rows.
public struct DelimitedReader: TableReader {
  private let file: SourceFile
  private var decoder: TextDecoder
  private let separator: UInt8
  /// Where the first row begins.
  private let start: Int
  private var columnCount = 0
  /// Text from the beginning of the file on, and once rows are read what is left of the last block.
  private var text: [UInt8]
  /// Where the row begins in the text that comes next.
  private var position: Int
  private var rowNumber = 0
  private var hasBegun = false
  /// Whether the text may hold whole rows, because the titles stand in it or the table before was full.
  private var mayHaveRows = true

  /// Creates a reader of a file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - blockSize: How many bytes are read at a time.
  /// - Throws: `IntakeError` where the file is no text or can't be read, and what its tap throws.
  public init(_ file: SourceFile, blockSize: Int = 4 << 20) throws {
    self.file = file
    decoder = try TextDecoder(file, blockSize: blockSize)
    text = try decoder.read(after: [])
    while !decoder.isAtEnd, text.count < SeparatorSearch.window {
      text = try decoder.read(after: text[...])
    }
    let found = SeparatorSearch(text, limits: file.limits)
    separator = found.separator
    start = found.declarationLength
    position = start
  }

  /// The only sheet of the file.
  public var sheets: [Sheet] { [Sheet(name: "")] }

  /// What there is to know of how the file was read.
  public var notices: [Notice] { decoder.notices }

  /// How much of the file has been read, from 0 to 1.
  public var progress: Double {
    file.size.map { Double(file.position) / Double(max($0, 1)) } ?? 0
  }

  /// Returns the rows that aren't blank, as far as a row or one that is broken, which is told when its turn comes.
  ///
  /// - Throws: `IntakeError` where a quotation mark is never closed or a bound is passed, and what the file's tap throws.
  public mutating func firstRows(ofSheet sheet: Int, through last: Int) throws -> [HeadRow] {
    goBack()
    var rows: [HeadRow] = []
    // All of it is held until it is said where the titles stand.
    while rowNumber < last, position <= file.limits[.rowBytes],
      let texts = try nextRowTexts(orStop: !rows.isEmpty)
    {
      let row = HeadRow(number: rowNumber, texts: texts)
      if !row.texts.isEmpty { rows.append(row) }
    }
    return rows
  }

  /// Begins to read the rows below the titles; the text of columns that aren't taken is never looked at anyway.
  public mutating func begin(
    below titles: HeadRow, ofSheet sheet: Int, taking columns: Set<Int>
  ) throws {
    goBack()
    while rowNumber < titles.number, try nextRowTexts(orStop: false) != nil {}
    columnCount = titles.texts.count
    hasBegun = true
  }

  private mutating func goBack() {
    precondition(!hasBegun, "titles are looked for before rows are read")
    position = start
    rowNumber = 0
  }

  /// Returns the texts of the next row, or nil after the last.
  ///
  /// - Parameter stops: Whether a broken row ends the rows instead of being refused.
  private mutating func nextRowTexts(orStop stops: Bool) throws -> [String]? {
    while position < text.count || !decoder.isAtEnd {
      var scanner = DelimitedScanner(separator: separator, limits: file.limits)
      let end = text.withUnsafeBufferPointer {
        scanner.findCells($0, from: position, isLast: decoder.isAtEnd)
      }
      guard end > position else {
        if let trouble = trouble(isWithinQuotes: scanner.isWithinQuotes) {
          if stops { return nil }
          throw trouble
        }
        text = try decoder.read(after: text[...])
        continue
      }
      // A copy, because the row may be read again.
      var row = Array(text[position..<end])
      _ = row.withUnsafeMutableBufferPointer { scanner.scanRow($0, from: 0, isLast: true) }
      if let limit = scanner.passed {
        if stops { return nil }
        throw passed(limit)
      }
      position = end
      rowNumber += 1
      return scanner.texts(in: row)
    }
    return nil
  }

  /// Returns the next rows, or nil after the last.
  ///
  /// - Throws: `IntakeError` where a quotation mark is never closed or a bound is passed, and what the file's tap throws.
  public mutating func next() throws -> Table? {
    while mayHaveRows || !decoder.isAtEnd {
      try file.checkTime()
      if !mayHaveRows {
        text = try decoder.read(after: text[position...])
        position = 0
      }
      if let table = try nextTable() { return table }
    }
    return nil
  }

  /// Returns the rows of the text, or nil where all are blank.
  private mutating func nextTable() throws -> Table? {
    let scanner = DelimitedScanner(separator: separator, limits: file.limits)
    var builder = TableBuilder(scanner, columnCount: columnCount, rowNumber: rowNumber)
    var bytes = text
    text = []
    let end = builder.take(&bytes, from: position, isLast: decoder.isAtEnd)
    rowNumber = builder.rowNumber
    mayHaveRows = builder.isFull
    try file.limits.hold(rowNumber, to: .rows, of: file.name)
    if let limit = builder.passed { throw passed(limit) }
    text = Array(bytes[end...])
    position = 0
    if !mayHaveRows, let trouble = trouble(isWithinQuotes: builder.isWithinQuotes) { throw trouble }
    return builder.isEmpty ? nil : builder.table(of: bytes)
  }

  /// Returns why a row that doesn't end in the text is refused, or nil where more of it may follow.
  private func trouble(isWithinQuotes: Bool) -> IntakeError? {
    let isTooLong = text.count - position > file.limits[.rowBytes]
    if isWithinQuotes, isTooLong || decoder.isAtEnd {
      return IntakeError(
        .malformed,
        "row \(rowNumber + 1) of \(file.name) has an opening quotation mark that is never closed")
    }
    return isTooLong ? passed(.rowBytes) : nil
  }

  private func passed(_ limit: Limit) -> IntakeError {
    file.limits.passed(limit, by: "row \(rowNumber + 1) of \(file.name)")
  }
}
