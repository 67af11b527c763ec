import CTEModel

/// What was made good in the columns of a file.
struct RepairCounts {
  private var counts: [Key: Count] = [:]

  private struct Key: Hashable {
    let column: Int
    let kind: Repair.Kind
  }

  private struct Count {
    var count: Int
    var firstRow: Int
  }

  /// Counts what was made good in a column, once however many records read it.
  mutating func set(_ repair: (kind: Repair.Kind, count: Int, firstRow: Int), column: Int) {
    counts[Key(column: column, kind: repair.kind)] = Count(
      count: repair.count, firstRow: repair.firstRow)
  }

  /// Adds what was made good in other rows.
  mutating func add(_ others: RepairCounts) {
    // Rows of one kind may stand before those of a kind that was mapped earlier.
    counts.merge(others.counts) { first, second in
      Count(
        count: first.count + second.count, firstRow: min(first.firstRow, second.firstRow))
    }
  }

  /// Returns the counts in the order of the columns.
  func repairs(titles: [String]) -> [Repair] {
    let keys = counts.keys.sorted { ($0.column, $0.kind.rawValue) < ($1.column, $1.kind.rawValue) }
    return keys.compactMap { key in
      counts[key].map {
        Repair(
          column: titles[key.column], kind: key.kind, count: $0.count, firstRow: $0.firstRow)
      }
    }
  }
}
