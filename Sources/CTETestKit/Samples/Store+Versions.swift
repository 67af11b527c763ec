package import CTEModel
import CTERulePack
package import CTEStore

// Single versions of records, spoken of by texts.
extension WriteSession {
  /// Returns a version of a record with the values of texts; identifiers that are new are kept.
  package func version(
    of type: RecordType, _ texts: [String: String], _ stamp: Stamp
  ) async throws -> StoredRecord {
    var builder = ChangeBuilder(keys: try await keys(students: nil))
    let changes = builder.changes(to: type, [texts])
    try await write(changes.newKeys)
    var values = type.fields.map { StoredValue.missing($0.kind) }
    for (field, value) in changes.records[0].values(of: 0) { values[field] = value }
    return StoredRecord(type: type, values: values, stamp: stamp)
  }

  /// Makes a record that a person enters, and returns it.
  package func enter(_ type: RecordType, _ texts: [String: String]) async throws -> StoredRecord {
    let stamp = Stamp(enteredIn: try await nextEvent())
    let record = try await version(of: type, texts, stamp)
    try await apply([RecordChange(from: nil, to: record)])
    return record
  }

  /// Commits what was changed by hand, as an event without a submission.
  package func commitEntry() async throws {
    try await commit(nil, Sample.entry)
  }
}

extension StoredRecord {
  /// Returns the version that a person saves in an event, with a text in one of its fields.
  package func saved(in event: Int, _ field: String, _ text: String) -> StoredRecord {
    var record = self
    record.stamp = stamp.saved(in: event)
    if let place = type.index(of: field) { record.values[place] = .text(Array(text.utf8)) }
    return record
  }
}

extension ReadSession {
  /// Returns the first page of the records of a type.
  package func records(of type: RecordType) async throws -> [StoredRecord] {
    try await records(RecordQuery(type))
  }

  /// Returns the only record of a type.
  package func record(of type: RecordType) async throws -> StoredRecord {
    let records = try await records(of: type)
    guard let record = records.first, records.count == 1 else {
      throw Breach(
        subject: "the records of the type \(type.name)", expected: "one",
        found: "\(records.count)", file: #fileID, line: #line)
    }
    return record
  }

  /// Returns the texts of some fields of records; an empty one stands for a missing value.
  package func texts(
    of records: [StoredRecord], _ fields: [String]
  ) async throws -> [[String]] {
    var rows: [[String]] = []
    for record in records {
      var row: [String] = []
      for field in fields.compactMap({ record.type.index(of: $0) }) {
        row.append(try await text(of: record.values[field], record.type.fields[field].kind))
      }
      rows.append(row)
    }
    return rows
  }

  private func text(of value: StoredValue, _ kind: FieldKind) async throws -> String {
    switch value {
    case .text(let bytes): return String(decoding: bytes, as: UTF8.self)
    case .code(missingCode): return ""
    case .code(let code):
      guard let domain = kind.keyDomain else { return "\(code)" }
      return try await texts(of: domain, [code])[code] ?? "nothing"
    }
  }
}

extension TenantStore {
  /// Calls a function with a look at the records.
  package func looking<Result>(
    _ body: (any ReadSession) async throws -> Result
  ) async throws -> Result {
    let session = try await beginReading()
    let result = try await body(session)
    await session.end()
    return result
  }

  /// Calls a function that changes single records, and commits.
  @discardableResult
  package func entering<Result>(
    _ body: (any WriteSession) async throws -> Result
  ) async throws -> Result {
    let session = try await beginWriting()
    let result = try await body(session)
    try await session.commitEntry()
    return result
  }
}
