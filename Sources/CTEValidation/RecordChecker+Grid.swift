public import CTERulePack

extension RecordChecker {
  /// Returns what columns of a preview show of a row of the batch that was checked last.
  ///
  /// - Parameters:
  ///   - values: What stands in the columns.
  ///   - table: The table of the batch.
  public func cells(
    _ values: [GridColumn.Value], row: Int, of table: Table, keys: borrowing KeyTables
  ) -> [String] {
    var cells: [String] = []
    for value in values {
      switch value {
      case .text(let template):
        cells.append(cellWriter.text(template, row: row, frame: frame, keys: keys))
      case .cell(let column):
        cells.append(match.places[column].map { table.text(row: row, column: $0) } ?? "")
      }
    }
    return cells
  }
}
