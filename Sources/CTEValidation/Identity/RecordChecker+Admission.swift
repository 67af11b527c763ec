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

/// How a record stands to those that are there and that earlier rows made.
public enum Standing: Sendable {
  /// Nobody has its identity, or the record type updates whoever has.
  case free
  /// A record of equal content has its identity.
  case equal
  /// Another record has its identity, and a rule refuses that.
  case refused(by: RuleID)
}

extension RecordChecker {
  /// Knows what another checker of the same file takes, so that rows of several kinds stand to each other.
  ///
  /// The identities of records that carry other fields can't be compared with these, and keep to themselves.
  public mutating func share(with other: RecordChecker) {
    exclusions.share(with: other.exclusions)
    guard definition.type == other.definition.type, storedFields == other.storedFields else {
      return
    }
    identities = other.identities
  }

  /// The rule that refuses a record whose identity the store has; nil where such a record is updated.
  public var repetitionRule: RuleID? {
    if case .refuse(let inStore, _) = definition.repetition { inStore } else { nil }
  }

  /// Returns how the record of a row stands to the others. Call it after `check`, for rows that are free of errors.
  public mutating func standing(of row: Int) -> Standing {
    if let rule = exclusions.rule(against: row, in: frame, of: definition, year: pack.year) {
      return .refused(by: rule)
    }
    guard let identities, let content else { return .free }
    candidate.fill(identityFields, frame: frame, row: row, digest: content.digest(of: row))
    guard let holder = identities.index.holder(of: candidate.codes) else { return .free }
    if holder.digest == candidate.digest { return .equal }
    guard candidate.isWhole else { return .free }
    switch definition.repetition {
    case .keep: return .equal
    case .refuse(let inStore, let inFile):
      return .refused(by: holder.isStored ? inStore : inFile)
    case .update: return .free
    }
  }

  /// Takes the identity of the record of a row, whose standing was asked last, so that later rows stand to it.
  public mutating func take(_ row: Int) {
    exclusions.take(row, in: frame)
    guard identities != nil else { return }
    identities?.index.take(candidate.codes, digest: candidate.digest)
    guard case .refuse(let inStore, let inFile) = definition.repetition else { return }
    for place in programs.indices where [inStore, inFile].contains(programs[place].rule.id) {
      programs[place].passedCount += 1
    }
  }

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

/// The identity of the record that is being judged.
struct IdentityCandidate {
  private(set) var codes: [Int32] = []
  private(set) var digest: UInt64 = 0
  /// Whether no part is missing.
  private(set) var isWhole = true

  /// Fills in the identity of a row.
  ///
  /// History may lack a part of its identity; what stands in its place is made of the content, so that the same record
  /// is known again and others are left alone.
  mutating func fill(_ fields: [Int], frame: Frame, row: Int, digest: UInt64) {
    self.digest = digest
    isWhole = true
    codes.removeAll(keepingCapacity: true)
    for field in fields {
      let code = frame.fields[field].base[row]
      if code == missingCode { isWhole = false }
      codes.append(code == missingCode ? ContentDigest.placeholder(of: digest) : code)
    }
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
