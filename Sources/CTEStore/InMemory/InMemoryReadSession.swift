import CTEModel
import CTERulePack

/// A look at a copy of a tenant's records.
struct InMemoryReadSession: InMemoryReading {
  private let copy: TenantRecords

  init(on records: TenantRecords) {
    copy = records
  }

  func seen() -> TenantRecords { copy }

  func end() {}
}

/// A session on records in memory, whose questions are answered from those that it sees.
protocol InMemoryReading: ReadSession {
  /// Returns the records that the session sees.
  func seen() async throws -> TenantRecords
}

extension InMemoryReading {
  func studentCount() async throws -> Int {
    Int(try await seen()[.student].greatest)
  }

  func keys(students: [String]?) async throws -> KeyTables {
    let records = try await seen()
    var keys = KeyTables()
    for domain in KeyDomain.allCases {
      keys[domain] = records[domain].table(of: domain == .student ? students : nil)
    }
    return keys
  }

  func texts(of domain: KeyDomain, _ numbers: [Int32]) async throws -> [Int32: String] {
    try await seen()[domain].texts(of: numbers)
  }

  func reference(
    for requests: [ReferenceRequest], students: [Int32]?, keys: inout KeyTables
  ) async throws -> ReferenceData {
    let records = try await seen()
    var data = ReferenceData()
    for request in requests {
      data.tables[request.lookup] = records[request.type].reference(
        for: request, students: students, words: &keys[.word])
    }
    return data
  }

  func identities(
    for request: IdentityRequest, students: [Int32]?
  ) async throws -> StoredIdentities {
    try await seen()[request.type].identities(for: request, students: students)
  }

  func records(_ query: RecordQuery) async throws -> [StoredRecord] {
    try await seen()[query.type].records(query)
  }

  func records(
    of type: RecordType, where fields: [Int], are values: [[Int32]]
  ) async throws -> [[StoredRecord]] {
    try await seen()[type].records(where: fields, are: values)
  }

  func journal(
    of event: Int, about type: RecordType, after start: RecordKey?, limit: Int
  ) async throws -> [JournalEntry] {
    let entries = try await seen().journal[type]?[event] ?? [:]
    let wanted = entries.values.filter { entry in start.map { $0 < entry.key } ?? true }
    return Array(wanted.sorted { $0.key < $1.key }.prefix(limit))
  }

  func journal(
    of event: Int, about type: RecordType, keys: [RecordKey]
  ) async throws -> [JournalEntry?] {
    let entries = try await seen().journal[type]?[event] ?? [:]
    return keys.map { entries[$0] }
  }

  func lastJournaledEvent() async throws -> Int {
    try await seen().journal.values.flatMap(\.keys).max() ?? 0
  }

  func history(of record: StoredRecord) async throws -> [JournalEntry] {
    try await seen().history(of: record)
  }

  func submissions() async throws -> [Submission] {
    try await seen().submissions
  }

  func submission(ofFile digest: String, format: String) async throws -> Submission? {
    try await seen().submissions.first {
      $0.fileDigest == digest && $0.format == format && $0.isStanding
    }
  }

  func previews(ofFile digest: String, format: String) async throws -> [Submission] {
    try await seen().submissions.filter {
      $0.fileDigest == digest && $0.format == format && $0.isPreview
    }
  }

  func findings(of submission: Int) async throws -> [Finding] {
    try await seen().findings[submission] ?? []
  }

  func auditEvents() async throws -> [AuditEvent] {
    try await seen().events
  }

  func grants() async throws -> [Grant] {
    try await seen().grants.sorted()
  }
}
