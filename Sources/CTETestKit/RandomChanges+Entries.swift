import CTEModel
import CTERulePack
import CTEStore

// Single records that are changed, and what is told of them.
extension RandomChanges {
  /// Makes, replaces and removes some records of a type.
  mutating func enter(_ type: RecordType, in session: any WriteSession) async throws {
    let event = try await session.nextEvent()
    let stored = try await session.records(of: type)
    var changes: [RecordChange] = []
    for record in stored where generator.chance(3) {
      let isRemoved = generator.chance(3)
      let other = isRemoved ? nil : try await version(after: record, session, event)
      changes.append(RecordChange(from: record, to: other))
    }
    // A record is changed once in a session, and one that was removed isn't made again.
    let made = try await newVersion(of: type, session, event)
    if !stored.contains(where: { $0.key == made.key }) {
      changes.append(RecordChange(from: nil, to: made))
    }
    try await session.apply(changes.shuffled(using: &generator))
  }

  /// Returns a version of the same key that a person saves.
  private mutating func version(
    after record: StoredRecord, _ session: any WriteSession, _ event: Int
  ) async throws -> StoredRecord {
    let other = try await newVersion(of: record.type, session, event)
    var values = other.values
    for name in record.type.naturalKey {
      if let field = record.type.index(of: name) { values[field] = record.values[field] }
    }
    return StoredRecord(
      type: record.type, values: values, stamp: record.stamp.saved(in: event))
  }

  private mutating func newVersion(
    of type: RecordType, _ session: any WriteSession, _ event: Int
  ) async throws -> StoredRecord {
    var texts: [String: String] = [:]
    for field in type.fields where !field.isTransient && !generator.chance(3) {
      texts[field.name] = text(of: field.kind)
    }
    return try await session.version(of: type, texts, Stamp(enteredIn: event))
  }

  /// Returns a wish for some records of a type.
  mutating func query(for type: RecordType) -> RecordQuery {
    var query = RecordQuery(type, limit: generator.chance(2) ? 100 : 2)
    for (place, field) in type.fields.enumerated()
    where field.kind != .text && !field.isTransient && generator.chance(8) {
      let code: Int32 = generator.chance(3) ? missingCode : Int32(generator.below(3)) + 1
      query.conditions.append((place, code))
    }
    if generator.chance(3) { query.submission = generator.below(4) }
    if generator.chance(4) {
      let codes = type.naturalKey.map { _ in
        generator.chance(3) ? missingCode : Int32(generator.below(3)) + 1
      }
      query.start = RecordKey(type.isKeyedByProvenance ? codes + [1, 3] : codes)
    }
    return query
  }

  /// Returns all records, and what every event did to them.
  mutating func look(at tenant: any TenantStore) async throws -> Answer {
    let session = try await tenant.beginReading()
    var answer = Answer()
    for type in RecordType.all {
      let records = try await session.records(of: type)
      answer.records.append(records)
      for event in 1...14 {
        answer.journal.append(
          try await session.journal(of: event, about: type, after: nil, limit: 100))
        answer.journal.append(
          try await session.journal(of: event, about: type, keys: records.map(\.key))
            .compactMap { $0 })
      }
      for record in records { answer.journal.append(try await session.history(of: record)) }
    }
    await session.end()
    return answer
  }
}
