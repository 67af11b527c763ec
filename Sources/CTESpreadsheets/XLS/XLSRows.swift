import CTEIntake
import CTEModel
import CTERulePack

/// The rows of a sheet from one on, a table at a time.
struct XLSRows {
  private let sheet: BIFFSheet
  private let firstRow: Int
  private let columnCount: Int
  private let scratch: ScratchFile
  /// Whether a formula leaves its sign, not nothing: where the rows are shown, not taken.
  private let showsFormulas: Bool
  private var cells: BIFFCells
  /// The cell whose record was read last and whose turn is still to come.
  private var waiting: BIFFCell?
  private var rowsRead = 0
  private var hiddenCount = 0
  private var firstBeside: (row: Int, column: Int)?

  /// Stands before a row, counted from 0.
  init(
    of sheet: BIFFSheet, from firstRow: Int, columnCount: Int, _ scratch: ScratchFile,
    showsFormulas: Bool = true
  ) throws(IntakeError) {
    self.sheet = sheet
    self.firstRow = firstRow
    self.columnCount = columnCount
    self.scratch = scratch
    self.showsFormulas = showsFormulas
    cells = try BIFFCells(of: sheet.entry, in: sheet.book)
    repeat { waiting = try cells.next() } while waiting.map { $0.row < firstRow } ?? false
    rowsRead = firstRow
  }

  /// Returns the next rows that aren't blank, up to one that is counted from 1; nil after the last.
  mutating func next(through last: Int = BIFFCell.mostRows) throws(IntakeError) -> Table? {
    while let first = waiting, first.row < last {
      let piece = try piece(through: last)
      firstBeside = firstBeside ?? piece.firstBeside
      guard !piece.rows.isEmpty else { continue }
      let values = try FreeXLSheet(piece.plain, by: scratch, for: sheet.book.stream.file)
      let table = try XLSTable(
        piece, values, columnCount: columnCount, of: sheet.book, showsFormulas: showsFormulas
      ).table
      for number in table.rowNumbers where sheet.hiddenRows.contains(Int(number) - 1) {
        hiddenCount += 1
      }
      if table.rowCount > 0 { return table }
    }
    rowsRead = sheet.rowCount
    return nil
  }

  private mutating func piece(through last: Int) throws(IntakeError) -> BIFFPiece {
    var piece = BIFFPiece(columnCount: columnCount, of: sheet.book)
    while let cell = waiting, cell.row < last {
      if piece.isFull && piece.rows.last != cell.row { break }
      try piece.add(cell, of: cells)
      rowsRead = cell.row
      waiting = try cells.next()
    }
    return piece
  }

  /// How much of the sheet has been read, from 0 to 1.
  var progress: Double {
    sheet.rowCount == 0 ? 1 : Double(rowsRead) / Double(sheet.rowCount)
  }

  /// What there is to know of the rows read so far.
  var notices: [Notice] {
    let beside = firstBeside.map { Notice.cellsBeside(row: $0.row + 1, column: $0.column) }
    return [.hiddenRows(hiddenCount), beside].compactMap { $0 }
  }
}
