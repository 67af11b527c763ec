import CTEIntake

/// The cells of a sheet that hold something, in the order of their rows.
struct BIFFCells {
  private let book: BIFFBook
  /// The record of the cell that was found last.
  private(set) var records: BIFFRecords
  /// The rows that the file hides, as far as it has been read.
  private(set) var hiddenRows = RowSet()
  /// How many rows and columns the sheet says to have.
  private(set) var extent = (rows: 0, columns: 0)
  private let end: Int
  /// How many sheets are open: one may lie within another, as charts do.
  private var depth = 0
  private var row = 0
  /// The columns of the row that have had their cell.
  private var columns = ColumnSet()

  /// Stands before the first cell of a sheet.
  ///
  /// - Throws: `IntakeError` where there is no sheet.
  init(of sheet: BIFFSheetEntry, in book: BIFFBook) throws(IntakeError) {
    self.book = book
    records = BIFFRecords(book.stream, at: sheet.offset)
    end = book.end(ofSheetAt: sheet.offset)
    guard try records.next(), records.type == BIFFType.begin else { throw book.stream.file.damaged }
    depth = 1
  }

  /// Returns the next cell or cells, or nil after the last.
  ///
  /// - Throws: `IntakeError` where the sheet is broken, or has its rows out of order.
  mutating func next() throws(IntakeError) -> BIFFCell? {
    while depth > 0 {
      guard try records.next(), records.offset < end else { throw records.file.damaged }
      switch records.type {
      case BIFFType.begin: depth += 1
      case BIFFType.end: depth -= 1
      // What stands in a chart within the sheet is a copy of what it shows.
      case _ where depth > 1: break
      case BIFFType.row:
        if try records.short(12) & 0x20 != 0 { hiddenRows.insert(try records.short(0)) }
      case BIFFType.extent: try takeExtent()
      default:
        if let cell = try cell() { return cell }
      }
      // No program puts sheets deeper into each other than a chart into a sheet.
      guard depth < 8 else { throw records.file.damaged }
    }
    return nil
  }

  private mutating func takeExtent() throws(IntakeError) {
    extent =
      book.version == .eight
      ? (try records.long(4), try records.short(10))
      : (try records.short(2), try records.short(6))
  }

  private mutating func cell() throws(IntakeError) -> BIFFCell? {
    guard let kind = try kind() else { return nil }
    let (row, first) = (try records.short(0), try records.short(2))
    let count = kind == .numbers ? (records.count - 6) / 6 : 1
    if row != self.row { columns = ColumnSet() }
    guard row >= self.row else { throw outOfOrder }
    guard count > 0, columns.insert(first..<first + count) else { throw records.file.damaged }
    self.row = row
    return BIFFCell(kind: kind, row: row, columns: first..<first + count)
  }

  /// Returns what a record's cell holds; nil for records of other things and for cells that hold nothing.
  private func kind() throws(IntakeError) -> BIFFCell.Kind? {
    switch records.type {
    case BIFFType.number: try whole(14, .number)
    case BIFFType.shortNumber: try whole(10, .number)
    case BIFFType.numbers: try whole(12, .numbers)
    case BIFFType.truthOrError:
      try records.byte(7) == 0
        ? .truth(records.byte(6) != 0) : .error(UInt8(truncatingIfNeeded: records.byte(6)))
    case BIFFType.formula, BIFFType.formulaOfVersion3, BIFFType.formulaOfVersion4: try formula()
    case BIFFType.sharedText: try sharedText()
    case BIFFType.text, BIFFType.richText: try text()
    case BIFFType.oldCells: throw records.file.damaged
    default: nil
    }
  }

  private func whole(
    _ count: Int, _ kind: BIFFCell.Kind
  ) throws(IntakeError) -> BIFFCell.Kind {
    guard records.count >= count else { throw records.file.damaged }
    return kind
  }

  /// LibreOffice writes truth values and errors as formulas of nothing but these, which need no calculation.
  private func formula() throws(IntakeError) -> BIFFCell.Kind {
    let formula = try whole(22, .formula)
    guard records.type == BIFFType.formula, try records.short(20) == 2, records.count >= 24 else {
      return formula
    }
    let value = try records.byte(23)
    return switch try records.byte(22) {
    case 0x1D: .truth(value != 0)
    case 0x1C: .error(UInt8(truncatingIfNeeded: value))
    default: formula
    }
  }

  private func sharedText() throws(IntakeError) -> BIFFCell.Kind? {
    let place = try records.long(6)
    guard book.version == .eight, place < book.texts.count else { throw records.file.damaged }
    return .sharedText(place)
  }

  private func text() throws(IntakeError) -> BIFFCell.Kind? {
    let length = try records.short(6)
    if length == 0 { return nil }
    let flags = isOfVersion8 ? try records.byte(8) : 0
    let end = (isOfVersion8 ? 9 : 8) + length * (flags & 1 == 1 ? 2 : 1)
    // Runs and phonetic readings stand in shared texts alone.
    try records.file.limits.hold(length, to: .cellCharacters, of: records.file.name)
    guard end <= records.count, flags <= 1 else { throw records.file.damaged }
    return .text(end)
  }

  /// Returns a text that stands but once in the workbook, with its length and width.
  func sharedText(at place: Int) -> ArraySlice<UInt8> { book.texts[place] }

  /// Whether texts have a byte before them that says how wide their characters are.
  var isOfVersion8: Bool { book.version == .eight }

  private var outOfOrder: IntakeError {
    IntakeError(
      .malformed,
      "\(records.file.name) has its rows out of order; open it in a spreadsheet program and save it as .xlsx"
    )
  }
}
