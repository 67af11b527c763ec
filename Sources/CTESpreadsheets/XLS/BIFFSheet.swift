import CTEIntake
import CTEModel

/// A sheet of a workbook that has been looked through once and is sound.
struct BIFFSheet {
  let book: BIFFBook
  let entry: BIFFSheetEntry
  /// The rows that the file hides.
  let hiddenRows: RowSet
  /// How many rows it spans, from the first to the last that holds something.
  private(set) var rowCount = 0
  /// How many columns it spans, from the first to the last that holds something.
  private(set) var columnCount = 0

  /// Looks through a sheet.
  ///
  /// - Throws: `IntakeError` where it is broken, or greater than sheets may be.
  init(_ entry: BIFFSheetEntry, in book: BIFFBook) throws(IntakeError) {
    self.book = book
    self.entry = entry
    var cells = try BIFFCells(of: entry, in: book)
    while let cell = try cells.next() {
      rowCount = cell.row + 1
      columnCount = max(columnCount, cell.columns.upperBound)
    }
    hiddenRows = cells.hiddenRows
    let extent = cells.extent
    try hold(rows: rowCount, columns: columnCount)
    try hold(rows: extent.rows, columns: extent.columns)
    // An old workbook has no room for more.
    guard extent.rows <= BIFFCell.mostRows, extent.columns <= BIFFCell.mostColumns else {
      throw book.stream.file.untrue
    }
  }

  private func hold(rows: Int, columns: Int) throws(IntakeError) {
    let file = book.stream.file
    try file.limits.hold(rows, to: .rows, of: file.name)
    try file.limits.hold(columns, to: .columns, of: file.name)
    try file.limits.hold(rows * columns, to: .cells, of: file.name)
  }

  /// Refuses the sheet where a value that can't be read stands in one of some columns below a row.
  func refuseUnreadable(below row: Int, in columns: Set<Int>) throws(IntakeError) {
    var cells = try BIFFCells(of: entry, in: book)
    while let cell = try cells.next() {
      guard cell.row >= row, columns.contains(cell.columns.lowerBound) else { continue }
      let place = "\(columnLetters(cell.columns.lowerBound))\(cell.row + 1)"
      if let reason = cells.unreadable(cell, at: place) {
        throw IntakeError(
          .malformed,
          "\(book.stream.file.name) has \(reason) can't be read from an .xls file; save it as .xlsx and upload that"
        )
      }
    }
  }
}

extension BIFFCells {
  /// Returns what a cell has that can't be read; nil where it can.
  fileprivate func unreadable(_ cell: BIFFCell, at place: String) -> String? {
    switch cell.kind {
    case .formula: "a formula in cell \(place), whose value"
    case .sharedText, .text:
      text(of: cell) == nil ? "a text in cell \(place) that is too long or isn't text, which" : nil
    default: nil
    }
  }
}
