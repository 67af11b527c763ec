import CTEIntake

/// Reads the rows of a sheet's part as spreadsheet programs write it, and knows when it is written otherwise.
struct SheetScanner {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// How many rows were read.
  private(set) var rowCount = 0
  private var room: TextRoom

  /// Begins to read; the room must be as large as the bytes that are scanned in one go.
  init(room: UnsafeMutableBufferPointer<UInt8>) {
    self.room = TextRoom(room: room)
  }

  /// Why scanning stopped.
  enum Outcome {
    /// The rows made so far are enough for a table.
    case full
    /// More bytes are needed.
    case ranOut
    /// The rows that follow aren't written as spreadsheet programs write.
    case unusual
    /// All rows have been read.
    case ended
  }

  /// Reads the rows that stand whole in some bytes, and moves the position behind them.
  ///
  /// - Throws: `IntakeError` where a row is broken or passes a limit.
  mutating func scan(
    _ bytes: Bytes, from position: inout Int, into builder: inout SheetBuilder
  ) throws(IntakeError) -> Outcome {
    while !builder.isFull {
      var cursor = ByteCursor(bytes: bytes, position: position)
      switch try scanRow(&cursor, &builder) {
      case .row: rowCount += 1
      case .end: return .ended
      case .stop(let stop):
        builder.abandonRow()
        return stop == .ranOut ? .ranOut : .unusual
      }
      position = cursor.position
    }
    return .full
  }

  private enum Step {
    case row, end
    case stop(ScanStop)
  }

  private mutating func scanRow(_ cursor: inout ByteCursor, _ builder: inout SheetBuilder)
    throws(IntakeError) -> Step
  {
    room.used = 0
    do {
      cursor.skipBlanks()
      guard try cursor.skip("<row") else {
        try cursor.expect("</sheetData")
        cursor.skipBlanks()
        try cursor.expect(">")
        return .end
      }
      let tag = try RowTag(&cursor)
      try builder.beginRow(number: tag.number, isHidden: tag.isHidden)
      if !tag.isEmpty { while try scanCell(&cursor, &builder) {} }
      try builder.endRow()
      return .row
    } catch let stop as ScanStop {
      return .stop(stop)
    } catch let error as IntakeError {
      throw error
    } catch {
      return .stop(.unusual)
    }
  }

  /// Reads a cell, or the end of the row, for which it returns false.
  @inline(__always)
  private mutating func scanCell(_ cursor: inout ByteCursor, _ builder: inout SheetBuilder) throws
    -> Bool
  {
    cursor.skipBlanks()
    guard try cursor.skip("<c") else {
      try cursor.expect("</row")
      cursor.skipBlanks()
      try cursor.expect(">")
      return false
    }
    let tag = try CellTag(&cursor)
    try builder.beginCell(reference: tag.reference, style: tag.style, type: tag.type)
    if tag.isEmpty {
      try builder.endCell(formula: nil, value: nil, inline: nil)
    } else {
      try scanContent(&cursor, &builder)
    }
    return true
  }

  @inline(__always)
  private mutating func scanContent(_ cursor: inout ByteCursor, _ builder: inout SheetBuilder)
    throws
  {
    var (formula, value, inline): (Bytes?, Bytes?, Bytes?)
    while true {
      cursor.skipBlanks()
      if try cursor.skip("<v") {
        guard value == nil else { throw ScanStop.unusual }
        value = try scanValue(&cursor)
      } else if try cursor.skip("</c>") {
        break
      } else if try cursor.skip("<f") {
        guard formula == nil else { throw ScanStop.unusual }
        formula = try scanFormula(&cursor)
      } else {
        guard inline == nil, try cursor.skip("<is") else { throw ScanStop.unusual }
        inline = try scanInline(&cursor)
      }
    }
    try builder.endCell(formula: formula, value: value, inline: inline)
  }

  @inline(__always)
  private mutating func scanValue(_ cursor: inout ByteCursor) throws(ScanStop) -> Bytes {
    if try cursor.tagEnd() { return Bytes(start: nil, count: 0) }
    let value = try cursor.text(&room)
    try cursor.expect("</v>")
    return value
  }

  private mutating func scanFormula(_ cursor: inout ByteCursor) throws(ScanStop) -> Bytes {
    guard try !FormulaTag(&cursor).isEmpty else { return Bytes(start: nil, count: 0) }
    let formula = try cursor.text(&room)
    try cursor.expect("</f>")
    return formula
  }

  private mutating func scanInline(_ cursor: inout ByteCursor) throws(ScanStop) -> Bytes {
    let empty = Bytes(start: nil, count: 0)
    if try cursor.tagEnd() { return empty }
    cursor.skipBlanks()
    try cursor.expect("<t")
    var text = empty
    if try cursor.skip(" xml:space=\"preserve\">") {
      text = try cursor.text(&room)
    } else if try cursor.tagEnd() {
      cursor.skipBlanks()
      try cursor.expect("</is>")
      return empty
    } else {
      text = try cursor.text(&room)
    }
    try cursor.expect("</t>")
    cursor.skipBlanks()
    try cursor.expect("</is>")
    return text
  }
}
