/// For what the rows of a sheet are read.
enum SheetPurpose {
  /// To look for titles, as far as a row.
  case titles(through: Int)
  /// For the rows below a row, with as many cells as it has titles.
  case table(below: Int, columnCount: Int)

  /// How many cells of a row are kept.
  var columnCount: Int {
    switch self {
    case .titles: CellReference.mostColumns
    case .table(_, let columnCount): columnCount
    }
  }
}
