public import CTEModel
public import CTEStore

// Records that persons enter.
extension Tenant {
  /// Checks a record as a person enters it, by the rules of uploads, and saves nothing.
  ///
  /// - Parameters:
  ///   - draft: The record.
  ///   - id: The record that it would replace; nil for a new one.
  ///   - day: The day that rules call `today`.
  /// - Throws: `AccessError`, `ChangeError` where the draft names a field that isn't there, and `StoreError`.
  public func check(
    _ draft: RecordDraft, replacing id: RecordID? = nil, on day: CalendarDay
  ) async throws -> EntryReport {
    try await reading { session, access in
      let scope = try access.requireEntry(of: draft.type)
      try FileNotices.refuseOutsideWindows(draft.type, in: pack, on: day)
      var stored: StoredRecord?
      if let id {
        stored = try await find(id, of: draft.type, session, within: access.require(.read))
        try scope.require([stored])
      }
      let entry = try await CheckedEntry(
        draft, replacing: stored, in: pack, on: day, session, access)
      return entry.report()
    }
  }

  /// Adds a record that a person enters, if it meets the rules of uploads.
  ///
  /// - Parameters:
  ///   - draft: The record.
  ///   - moment: The time, for the audit log.
  ///   - day: The day that rules call `today`; that of the moment if it is nil.
  /// - Throws: `AccessError`, `ChangeError` where the draft names a field that isn't there, and `StoreError`.
  public func add(
    _ draft: RecordDraft, at moment: Moment, on day: CalendarDay? = nil
  ) async throws -> EntryReport {
    try await writing { session, access in
      let scope = try access.requireEntry(of: draft.type)
      try FileNotices.refuseOutsideWindows(draft.type, in: pack, on: day ?? moment.day)
      let entry = try await CheckedEntry(
        draft, in: pack, on: day ?? moment.day, session, access)
      let event = try await session.nextEvent()
      let record = entry.record(over: nil, of: draft.type, stamp: Stamp(enteredIn: event))
      guard let record else {
        await session.rollback()
        return entry.report()
      }
      try scope.require([record])
      try await requireFree(record, session)
      return try await save(
        [RecordChange(from: nil, to: record)], entry, as: "add", session, at: moment)
    }
  }

  /// Gives a record other values, if it then meets the rules of uploads. Its earlier version is kept.
  ///
  /// A record that a person has saved stays when its upload is withdrawn; to save it as it is, give no values.
  ///
  /// - Parameters:
  ///   - id: The record.
  ///   - type: Its type.
  ///   - values: The new texts by the name of the field; an empty one takes a value away.
  ///   - moment: The time, for the audit log.
  ///   - day: The day that rules call `today`; that of the moment if it is nil.
  /// - Throws: `AccessError`, `ChangeError` where there is no such record or field, and `StoreError`.
  public func modify(
    _ id: RecordID, of type: RecordType, _ values: [String: String], at moment: Moment,
    on day: CalendarDay? = nil
  ) async throws -> EntryReport {
    try await writing { session, access in
      let scope = try access.requireEntry(of: type)
      try FileNotices.refuseOutsideWindows(type, in: pack, on: day ?? moment.day)
      let stored = try await find(id, of: type, session, within: access.require(.read))
      try scope.require([stored])
      let draft = try await draft(of: stored, session).merging(values)
      let entry = try await CheckedEntry(
        draft, replacing: stored, in: pack, on: day ?? moment.day, session, access)
      let stamp = stored.stamp.saved(in: try await session.nextEvent())
      guard let record = entry.record(over: stored, of: type, stamp: stamp) else {
        await session.rollback()
        return entry.report()
      }
      try scope.require([record])
      if record.key != stored.key { try await requireFree(record, session) }
      return try await save(
        RecordChange.steps(from: stored, to: record), entry, as: "modify", session, at: moment)
    }
  }
}

extension Tenant {
  /// Returns the draft that a stored record is made of: what can be entered of it.
  private func draft(
    of record: StoredRecord, _ session: any ReadSession
  ) async throws -> RecordDraft {
    let values = try await RecordTexts(of: [record], session).values(of: record)
    let definition = pack.records[record.type]
    return RecordDraft(
      record.type, values.filter { definition?.reasonAgainstEntering($0.key) == nil })
  }

  private func requireFree(_ record: StoredRecord, _ session: any WriteSession) async throws {
    guard try await session.records(of: record.type, keys: [record.key])[0] != nil else { return }
    throw ChangeError(
      .impossible, "this \(record.type.words) is there already; modify it instead")
  }

  /// Keeps an entry as an event of its own.
  func save(
    _ changes: [RecordChange], _ entry: CheckedEntry, as verb: String,
    _ session: any WriteSession, at moment: Moment
  ) async throws -> EntryReport {
    let event = try await session.nextEvent()
    try await session.write(entry.changes?.newKeys ?? [])
    try await session.apply(changes)
    try await session.commit(
      nil, SingleEdit(verb, changes).draft(by: self, at: moment))
    return entry.report(record: changes.last?.after?.id, event: event)
  }
}

extension CheckedEntry {
  func report(record: RecordID? = nil, event: Int? = nil) -> EntryReport {
    EntryReport(record: record, event: event, findings: findings, outcomes: outcomes)
  }

  /// Returns the record that the entry makes, with the values that it doesn't carry from another; nil where an error
  /// stands against it.
  func record(
    over stored: StoredRecord?, of type: RecordType, stamp: Stamp
  ) -> StoredRecord? {
    guard let changes = changes?.records.first, !changes.rowNumbers.isEmpty else { return nil }
    var values = stored?.values ?? type.fields.map { StoredValue.missing($0.kind) }
    for (field, value) in changes.values(of: 0) { values[field] = value }
    return StoredRecord(type: type, values: values, stamp: stamp)
  }
}

extension RecordDraft {
  fileprivate func merging(_ changes: [String: String]) -> RecordDraft {
    RecordDraft(type, values.merging(changes) { $1 })
  }
}
