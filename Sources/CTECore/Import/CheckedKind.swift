import CTERulePack
import CTEValidation

/// The rows of one kind, of which all rules were asked.
struct CheckedKind {
  let batch: Batch
  /// The records that they make, by their place in the format.
  let places: Range<Int>
  /// Whether a row has no error so far.
  let isOpen: [Bool]
  /// What becomes of each record, by the record's place among these and the row.
  var verdicts: [[Verdict]]

  init(_ batch: Batch, making places: Range<Int>) {
    self.batch = batch
    self.places = places
    var isOpen = Array(repeating: true, count: batch.table.rowCount)
    for record in batch.records {
      for row in isOpen.indices where record.errors[row] != 0 { isOpen[row] = false }
    }
    self.isOpen = isOpen
    let rejected = Array(repeating: Verdict.rejected, count: isOpen.count)
    verdicts = places.map { _ in rejected }
  }
}

extension [CheckedKind] {
  /// Returns the kind of the row that comes next in the file; nil after the last one.
  ///
  /// - Parameter next: The rows that come next of each kind.
  func firstInFile(after next: [Int]) -> Int? {
    var first: (kind: Int, number: Int32)?
    for (kind, row) in next.enumerated() where row < self[kind].batch.table.rowCount {
      let number = self[kind].batch.table.rowNumbers[row]
      if number < first?.number ?? .max { first = (kind, number) }
    }
    return first?.kind
  }

  /// The rows that are written together: all of a kind, or those that follow each other in the file where the order of rows
  /// among kinds matters.
  func runs(keepingOrder keepsOrder: Bool) -> [(kind: Int, rows: Range<Int>)] {
    guard keepsOrder else { return enumerated().map { ($0, 0..<$1.batch.table.rowCount) } }
    var runs: [(kind: Int, rows: Range<Int>)] = []
    var next = map { _ in 0 }
    while let kind = firstInFile(after: next) {
      if let last = runs.last, last.kind == kind {
        runs[runs.count - 1].rows = last.rows.lowerBound..<last.rows.upperBound + 1
      } else {
        runs.append((kind, next[kind]..<next[kind] + 1))
      }
      next[kind] += 1
    }
    return runs
  }
}
