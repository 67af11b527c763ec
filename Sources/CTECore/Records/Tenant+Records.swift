import CEL
public import CTEModel
import CTERulePack
public import CTEStore

// What a tenant holds.
extension Tenant {
  /// Returns how many records of a type the actor sees.
  ///
  /// - Throws: `AccessError` where they may not read, and `StoreError`.
  public func count(of type: RecordType) async throws -> Int {
    let scope = try await reading { _, access in try access.require(.read) }
    if scope.isWhole { return try await store.count(of: type) }
    return try await records(of: type).count
  }

  /// Returns the records of a type that the actor sees, in the order in which the store keeps them.
  ///
  /// - Parameters:
  ///   - type: The type.
  ///   - filter: Texts by the name of the field that the records must have; an empty one asks for those without a value.
  ///   - limit: The most records; nil for all.
  /// - Throws: `AccessError` where the actor may not read, `ChangeError` where a field isn't there, and `StoreError`.
  public func records(
    of type: RecordType, where filter: [String: String] = [:], limit: Int? = nil
  ) async throws -> [RecordEntry] {
    try await reading { session, access in
      let scope = try access.require(.read)
      var query = RecordQuery(type)
      guard let conditions = try await conditions(filter, of: type, session) else { return [] }
      query.conditions = conditions
      let seen = try await AccessFilter([scope], session, about: type)
      var entries: [RecordEntry] = []
      while limit.map({ entries.count < $0 }) ?? true {
        let page = try await session.records(query)
        guard let last = page.last else { break }
        query.start = last.key
        let own = page.filter(seen.shows)
        let texts = try await RecordTexts(of: own, session)
        entries += own.map { RecordEntry($0, texts) }
      }
      return Array(entries.prefix(limit ?? entries.count))
    }
  }

  /// Returns the versions of a record, the first one first; the last stands.
  ///
  /// - Throws: `AccessError` where the actor may not read, `ChangeError` where they see no such record, and `StoreError`.
  public func history(of id: RecordID, of type: RecordType) async throws -> [RecordVersion] {
    try await reading { session, access in
      let seen = try await AccessFilter([access.require(.read)], session, about: type)
      let record = try await find(id, of: type, session, where: seen.shows)
      // A version that came from elsewhere may lie outside of what the actor sees.
      let steps = Self.steps(try await session.history(of: record)).filter {
        $0.before.map(seen.shows) ?? true
      }
      let texts = try await RecordTexts(of: [record] + steps.compactMap(\.before), session)
      let earlier = steps.drop { $0.before == nil }.map { entry in
        RecordVersion(entry: entry.before.map { RecordEntry($0, texts) }, endedIn: entry.event)
      }
      return earlier + [RecordVersion(entry: RecordEntry(record, texts), endedIn: nil)]
    }
  }

  /// Returns a journal with one entry for each event.
  ///
  /// An edit that gives a record another key takes it out and puts it back, which is one step for who reads.
  private static func steps(_ journal: [JournalEntry]) -> [JournalEntry] {
    let ended = Set(journal.filter { $0.before != nil }.map(\.event))
    return journal.filter { $0.before != nil || !ended.contains($0.event) }
  }

  /// Returns the record of a name among those that the actor sees.
  func find(
    _ id: RecordID, of type: RecordType, _ session: any ReadSession, within scope: AccessScope
  ) async throws -> StoredRecord {
    try await find(id, of: type, session, where: scope.contains)
  }

  /// Returns the only record of a name that is shown. One row may make several of a type, which share their name.
  private func find(
    _ id: RecordID, of type: RecordType, _ session: any ReadSession,
    where shows: (StoredRecord) -> Bool
  ) async throws -> StoredRecord {
    let found = try await session.records(RecordQuery(type, id: id)).filter(shows)
    guard let record = found.first else {
      throw ChangeError(.unknown, "there is no \(type.words) \(id) that you may see")
    }
    guard found.count == 1 else {
      throw ChangeError(
        .impossible,
        "\(id) stands for \(found.count) \(type.words)s, which were made by one row, so none of them can be shown or "
          + "changed by its name; upload a file to change them")
    }
    return record
  }
}

extension Tenant {
  /// Returns what records must have, or nil where no record can have it.
  private func conditions(
    _ filter: [String: String], of type: RecordType, _ session: any ReadSession
  ) async throws -> [(field: Int, code: Int32)]? {
    let filter = pack.records[type]?.written(filter) ?? filter
    let students = filter.filter { name, _ in
      type.index(of: name).map { type.fields[$0].kind == .key(.student) } ?? false
    }
    let keys = try await session.keys(students: Array(students.values))
    var conditions: [(field: Int, code: Int32)] = []
    for (name, text) in filter.sorted(by: { $0.key < $1.key }) {
      guard let field = type.index(of: name), type.fields[field].kind != .text else {
        let names = type.fields.filter { $0.kind != .text }.map(\.name)
        let hint = nearest(to: name, among: names).map { "; did you mean '\($0)'?" } ?? ""
        throw ChangeError(.unknown, "records can't be asked for by '\(name)'\(hint)")
      }
      guard let code = try type.fields[field].code(of: text, keys) else { return nil }
      conditions.append((field, code))
    }
    return conditions
  }
}
