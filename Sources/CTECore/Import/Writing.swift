import CTERulePack
import CTEStore
import CTEValidation

/// A batch that is being written, with what its records were judged to be.
struct Writing {
  let verdicts: [[[Verdict]]]
  let task: Task<[[[RecordFate]]], any Error>

  /// Returns what became of the rows: nil for rejected ones, else what changed most.
  func fates() async throws -> [RecordFate?] {
    zip(verdicts, try await task.value).flatMap { Self.fates(of: $0, $1) }
  }

  /// Returns what became of the rows of one kind.
  private static func fates(of verdicts: [[Verdict]], _ fates: [[RecordFate]]) -> [RecordFate?] {
    var rows = Array(repeating: RecordFate?.none, count: verdicts.first?.count ?? 0)
    for (verdicts, fates) in zip(verdicts, fates) {
      var next = fates.makeIterator()
      for (row, verdict) in verdicts.enumerated() where verdict != .rejected {
        let fate = verdict == .unchanged ? .unchanged : next.next() ?? .unchanged
        rows[row] = max(rows[row] ?? .unchanged, fate)
      }
    }
    return rows
  }
}

extension RowCounts {
  mutating func add(_ fates: [RecordFate?]) {
    read += fates.count
    for fate in fates {
      switch fate {
      case nil: rejected += 1
      case .unchanged: unchanged += 1
      case .updated: updated += 1
      case .accepted: accepted += 1
      }
    }
  }
}
