import CTEModel

extension CellReference {
  /// The greatest place of a column.
  static let lastColumn = mostColumns - 1

  init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  /// Reads a place; nil where it is none of a workbook.
  init?(_ text: Substring) {
    let bytes = Array(text.utf8)
    guard let reference = bytes.withUnsafeBufferPointer({ Self($0) }),
      reference.column <= Self.lastColumn, reference.row <= Self.mostRows
    else { return nil }
    self = reference
  }

  /// Letters and digits.
  var text: String { "\(columnLetters(column))\(row)" }
}

/// A rectangle of cells, such as `A1:C17`.
struct CellRange {
  var columns: ClosedRange<Int>
  var rows: ClosedRange<Int>

  /// Reads two corners, or one cell; nil where they are none of a workbook.
  init?(_ text: String) {
    let corners = text.split(separator: ":", omittingEmptySubsequences: false)
    guard corners.count <= 2, let first = corners.first.flatMap({ CellReference($0) }),
      let last = corners.last.flatMap({ CellReference($0) }),
      first.column <= last.column, first.row <= last.row
    else { return nil }
    (columns, rows) = (first.column...last.column, first.row...last.row)
  }

  /// Takes in a cell.
  mutating func include(_ cell: CellReference) {
    columns = min(columns.lowerBound, cell.column)...max(columns.upperBound, cell.column)
    rows = min(rows.lowerBound, cell.row)...max(rows.upperBound, cell.row)
  }

  /// Its two corners.
  var text: String {
    CellReference(column: columns.lowerBound, row: rows.lowerBound).text + ":"
      + CellReference(column: columns.upperBound, row: rows.upperBound).text
  }
}
