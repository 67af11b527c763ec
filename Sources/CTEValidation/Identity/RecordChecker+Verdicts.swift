public import CTEModel
public import CTERulePack

/// What becomes of one record of a row.
public enum Verdict: UInt8, Comparable, Sendable {
  /// Its row carries an error.
  case rejected
  /// It equals a record that is there, or that an earlier row made.
  case unchanged
  /// It is written.
  case admitted

  /// Returns whether the first writes less than the second.
  public static func < (first: Verdict, second: Verdict) -> Bool {
    first.rawValue < second.rawValue
  }
}

extension RecordChecker {
  /// Counts rows that a rule which is judged after all else found right.
  public mutating func pass(_ id: RuleID, rows: Int) {
    guard let place = programs.firstIndex(where: { $0.rule.id == id }) else { return }
    programs[place].passedCount += rows
  }

  /// Returns the finding of a rule that refuses the record of a row, and counts it.
  public mutating func refuse(
    _ row: Int, by id: RuleID, of table: Table, keys: borrowing KeyTables
  ) -> Finding {
    guard let place = programs.firstIndex(where: { $0.rule.id == id }) else {
      preconditionFailure("a pack has the rules that its records name")
    }
    programs[place].failedCount += 1
    return finding(programs[place].rule, row: row, table: table, keys: keys)
  }

  /// Returns what some rows of a batch write: the records that were admitted.
  public func changes(
    _ batch: RecordBatch, of table: Table, rows: Range<Int>, verdicts: [Verdict]
  ) -> RecordChanges {
    let rows = rows.filter { verdicts[$0] == .admitted }
    var updates = false
    if case .update = definition.repetition { updates = true }
    return RecordChanges(
      type: definition.type, fields: storedFields,
      columns: storedFields.map { batch.columns[$0].taking(rows) }, bytes: table.bytes,
      rowNumbers: rows.map { table.rowNumbers[$0] }, updates: updates)
  }
}

extension RecordBatch.Column {
  fileprivate func taking(_ rows: [Int]) -> RecordBatch.Column {
    switch self {
    case .absent: .absent
    case .codes(let codes): .codes(rows.map { codes[$0] })
    case .texts(let cells): .texts(rows.map { cells[$0] })
    }
  }
}
