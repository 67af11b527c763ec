import CTEModel
import CTERulePack

extension FileChecker {
  /// Returns the rows of a table as a preview shows them, in file order.
  ///
  /// - Parameters:
  ///   - kinds: The rows of each kind, as they were judged.
  ///   - strays: What is wrong with rows that are of no kind.
  ///   - findings: All that is wrong.
  func rows(
    _ kinds: [CheckedKind], _ strays: [Finding], _ findings: [Finding], in grid: FileGrid
  ) -> [PreviewRow] {
    let findings = Dictionary(grouping: findings, by: \.row)
    var rows = strays.map { stray in
      PreviewRow(number: stray.row, cells: [], standing: .invalid, findings: [stray], in: pack)
    }
    for kind in kinds {
      for row in 0..<kind.batch.table.rowCount {
        let number = Int(kind.batch.table.rowNumbers[row])
        rows.append(
          PreviewRow(
            number: number, cells: cells(row, of: kind, in: grid), standing: kind.standing(of: row),
            findings: findings[number] ?? [], in: pack))
      }
    }
    return rows.sorted { $0.number < $1.number }
  }

  private func cells(_ row: Int, of kind: CheckedKind, in grid: FileGrid) -> [String] {
    let first = kind.places.lowerBound
    let table = kind.batch.table
    guard let values = grid.values(of: first) else { return grid.cells(row, of: table) }
    return checkers[first].cells(values, row: row, of: table, keys: keys)
  }
}

extension CheckedKind {
  fileprivate func standing(of row: Int) -> PreviewRow.Standing {
    switch verdicts.map({ $0[row] }).max() {
    case .admitted: .valid
    case .unchanged: .unchanged
    case .rejected, nil: .invalid
    }
  }
}
