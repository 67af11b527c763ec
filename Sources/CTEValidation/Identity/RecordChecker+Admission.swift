public import CTEModel
public import CTERulePack

/// What becomes of a row.
public enum Verdict: UInt8, Sendable {
  /// It carries an error.
  case rejected
  /// It equals a record that is there, or that an earlier row made.
  case unchanged
  /// Its record is written.
  case admitted
}

extension RecordChecker {
  /// Judges repetitions among the rows that are free of errors. Call it after `check`, with the same batch.
  ///
  /// - Parameters:
  ///   - batch: The records, with derived fields filled in.
  ///   - table: The rows of the file.
  ///   - verdicts: For each row, what became of it so far; rows that are refused or unchanged are marked.
  ///   - keys: The identifiers.
  /// - Returns: The repetitions that are refused, by row.
  public mutating func admit(
    _ batch: RecordBatch, of table: Table, verdicts: inout [Verdict], keys: borrowing KeyTables
  ) -> [Finding] {
    guard identities != nil, case .refuse(let inStore, let inFile) = definition.repetition else {
      return []
    }
    let digests = ContentColumns(batch, fields: storedFields, table: table)
    let columns = definition.identityFields.map { frame.fields[$0] }
    var identity = Array(repeating: Int32(0), count: columns.count)
    var findings: [Finding] = []
    for row in 0..<table.rowCount where verdicts[row] == .admitted {
      let digest = digests.digest(of: row)
      let isWhole = Self.fill(&identity, from: columns, row: row, digest: digest)
      switch identity.withUnsafeBufferPointer({ identities?.take($0, digest: digest) }) {
      case .equal: verdicts[row] = .unchanged
      case .other(let isStored) where isWhole:
        verdicts[row] = .rejected
        if let finding = refuse(by: isStored ? inStore : inFile, row, table, keys) {
          findings.append(finding)
        }
      default: count(passedBy: inStore, inFile)
      }
    }
    return findings
  }

  /// Fills in an identity. History may lack a part; what stands in its place is made of the content,
  /// so that the same record is known again and others are left alone.
  private static func fill(
    _ identity: inout [Int32], from columns: [CodeBuffer], row: Int, digest: UInt64
  ) -> Bool {
    var isWhole = true
    for (place, column) in columns.enumerated() {
      identity[place] = column.base[row]
      guard identity[place] == missingCode else { continue }
      identity[place] = ContentDigest.placeholder(of: digest)
      isWhole = false
    }
    return isWhole
  }

  private mutating func refuse(
    by id: RuleID, _ row: Int, _ table: Table, _ keys: borrowing KeyTables
  ) -> Finding? {
    guard let place = programs.firstIndex(where: { $0.rule.id == id }) else { return nil }
    programs[place].failedCount += 1
    return finding(programs[place].rule, row: row, table: table, keys: keys)
  }

  private mutating func count(passedBy rules: RuleID...) {
    for place in programs.indices where rules.contains(programs[place].rule.id) {
      programs[place].passedCount += 1
    }
  }

  /// Returns what a batch writes: the records of the rows that were admitted.
  public func changes(_ batch: RecordBatch, of table: Table, verdicts: [Verdict]) -> RecordChanges {
    let rows = table.rowNumbers.indices.filter { verdicts[$0] == .admitted }
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

/// The stored columns of a batch, for digests of their content.
private struct ContentColumns {
  private let columns: [RecordBatch.Column]
  private let table: Table

  init(_ batch: RecordBatch, fields: [Int], table: Table) {
    columns = fields.map { batch.columns[$0] }
    self.table = table
  }

  func digest(of row: Int) -> UInt64 {
    var digest = ContentDigest()
    table.bytes.withUnsafeBufferPointer { bytes in
      for column in columns {
        switch column {
        case .absent: digest.combine(missingCode)
        case .codes(let codes): digest.combine(codes[row])
        case .texts(let cells):
          let start = Int(cells[row].start)
          digest.combine(
            UnsafeBufferPointer(rebasing: bytes[start..<start + Int(cells[row].length)]))
        }
      }
    }
    return digest.value
  }
}
