package import CTEModel
package import CTERulePack
package import CTEStore

extension Store {
  /// Creates a tenant and returns its records.
  package func makeTenant(_ name: String) async throws -> any TenantStore {
    try await create(
      Sample.id(name), settings: Sample.settings, by: Sample.clerk, at: Sample.moment)
    return try await tenant(name)
  }

  /// Returns the records of the tenant of a name.
  package func tenant(_ name: String) async throws -> any TenantStore {
    try await scoped(to: Sample.id(name))
  }
}

extension TenantStore {
  /// Writes records in a session of their own, and returns what became of them.
  package func write(_ type: RecordType, _ rows: [[String: String]]) async throws -> [RecordFate] {
    let session = try await beginWriting()
    let fates = try await session.write(type, rows)
    try await session.commit()
    return fates
  }

  /// Returns the texts of some fields of records.
  package func rows(
    of type: RecordType, _ fields: [String], year: Int? = nil, students: [String]? = nil
  ) async throws -> [[String]] {
    let session = try await beginWriting()
    let rows = try await session.rows(of: type, fields, year: year, students: students)
    await session.rollback()
    return rows
  }
}

extension WriteSession {
  /// Writes records, and returns what became of them.
  package func write(_ type: RecordType, _ rows: [[String: String]]) async throws -> [RecordFate] {
    var builder = ChangeBuilder(keys: try await keys(students: nil))
    let changes = builder.changes(to: type, rows)
    return try await write(changes, submission: try await nextSubmission())[0]
  }

  /// Commits what was written as the sample's submission of the next number.
  package func commit() async throws {
    let number = try await nextSubmission()
    try await commit(Sample.submission(number), Sample.event(number))
  }

  /// Returns the texts of some fields of records.
  package func rows(
    of type: RecordType, _ fields: [String], year: Int? = nil, students: [String]? = nil
  ) async throws -> [[String]] {
    var keys = try await keys(students: students)
    let places = fields.compactMap { type.index(of: $0) }
    let request = ReferenceRequest(
      lookup: "all", type: type, fields: places.sorted(), year: year.map { FiscalYear($0) },
      studentField: type.fields.firstIndex { $0.kind == .key(.student) })
    let numbers = students?.compactMap { keys[.student].knownNumber(for: $0) }.sorted()
    let data = try await reference(for: [request], students: numbers, keys: &keys)
    return data.tables["all"]?.texts(of: type, places, keys) ?? []
  }
}

extension ReferenceTable {
  /// Returns the rows with texts in place of codes; an empty one stands for a missing value.
  func texts(of type: RecordType, _ fields: [Int], _ keys: KeyTables) -> [[String]] {
    (0..<rowCount).map { row in
      fields.map { field in
        let code = columns[field]?[row] ?? missingCode
        guard code != missingCode else { return "" }
        let kind = type.fields[field].kind
        let domain = kind == .text ? .word : kind.keyDomain
        return domain.map { keys[$0].text(of: code) } ?? "\(code)"
      }
    }
  }
}
