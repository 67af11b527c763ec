import CTERulePack

extension Table {
  /// Returns the table with nothing in one column of some rows, by their place.
  func emptying(_ column: Int, of rows: [Int]) -> Table {
    var cells = cells
    for row in rows { cells[row * columnCount + column] = Cell(start: 0, length: 0) }
    return Table(
      bytes: bytes, cells: cells, kinds: kinds, columnCount: columnCount, rowNumbers: rowNumbers,
      longRows: longRows)
  }
}
