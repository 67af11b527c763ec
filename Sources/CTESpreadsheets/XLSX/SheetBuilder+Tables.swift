import CTEModel
import CTERulePack

extension SheetBuilder {
  /// A table ends with the row that fills it.
  private static let mostRows = 16_384
  private static let mostBytes = 4 << 20
  /// Empty cells take memory too.
  private static let mostCells = 1 << 19

  /// Whether there are as many rows as a table has, or all that are wanted.
  var isFull: Bool {
    if case .titles(let last) = purpose { return lastRow >= last }
    return rowNumbers.count >= Self.mostRows || bytes.count >= Self.mostBytes
      || cells.count >= Self.mostCells
  }

  /// Returns the rows made so far and begins anew; nil where there are none.
  mutating func takeTable() -> Table? {
    guard !rowNumbers.isEmpty else { return nil }
    let begun = takeBegun()
    defer { putBack(begun) }
    return Table(
      bytes: bytes, cells: cells, kinds: hasKinds ? kinds : [], columnCount: columnCount,
      rowNumbers: rowNumbers)
  }

  /// What there is to know of the rows made so far.
  var notices: [Notice] {
    let beside = firstBeside.map { Notice.cellsBeside(row: $0.row, column: $0.column) }
    return [.hiddenRows(hiddenCount), beside].compactMap { $0 }
  }
}
