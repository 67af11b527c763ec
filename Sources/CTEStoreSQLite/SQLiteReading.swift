import CTEModel
import CTERulePack
import CTEStore
import GRDB

/// A session on a tenant's database, whose questions are answered on its connection.
///
/// Questions are answered within the session's transaction.
protocol SQLiteReading: ReadSession, AnswersQuestions {}

extension SQLiteReading {
  func studentCount() async throws -> Int {
    try await perform { try KeyRows.greatest(.student, in: $0) }
  }

  func keys(students: [String]?) async throws -> KeyTables {
    try await perform { database in
      var keys = KeyTables()
      for domain in KeyDomain.allCases {
        if domain == .student, let students {
          try KeyRows.read(students, of: domain, from: database, into: &keys[domain])
        } else {
          try KeyRows.read(domain, from: database, into: &keys[domain])
        }
      }
      return keys
    }
  }

  func texts(of domain: KeyDomain, _ numbers: [Int32]) async throws -> [Int32: String] {
    try await perform { try KeyRows.texts(of: domain, numbers, from: $0) }
  }

  func reference(
    for requests: [ReferenceRequest], students: [Int32]?, keys: inout KeyTables
  ) async throws -> ReferenceData {
    var data = ReferenceData()
    for request in requests {
      let rows = try await perform { try ReferenceRows.read(request, students: students, from: $0) }
      data.tables[request.lookup] = rows.table(keys: &keys)
    }
    return data
  }

  func facts(_ request: FactsRequest) async throws -> Facts {
    try await SideBySide([self]).facts(request)
  }

  func identities(
    for request: IdentityRequest, students: [Int32]?
  ) async throws -> StoredIdentities {
    try await perform { try IdentityRows.read(request, students: students, from: $0) }
  }

  func records(_ query: RecordQuery) async throws -> [StoredRecord] {
    try await perform { try QueryRows(query.type).page(query, from: $0) }
  }

  func records(
    of type: RecordType, where fields: [Int], are values: [[Int32]]
  ) async throws -> [[StoredRecord]] {
    try await perform { try QueryRows(type).answers(where: fields, are: values, from: $0) }
  }

  func journal(
    of event: Int, about type: RecordType, after start: RecordKey?, limit: Int
  ) async throws -> [JournalEntry] {
    try await perform {
      try JournalRows(type).page(of: event, after: start, limit: limit, from: $0)
    }
  }

  func journal(
    of event: Int, about type: RecordType, keys: [RecordKey]
  ) async throws -> [JournalEntry?] {
    try await perform { try JournalRows(type).entries(of: event, keys: keys, from: $0) }
  }

  func lastJournaledEvent() async throws -> Int {
    try await perform { try $0.lastJournaledEvent() }
  }

  func history(of record: StoredRecord) async throws -> [JournalEntry] {
    try await perform { try JournalRows(record.type).history(of: record, from: $0) }
  }

  func submissions() async throws -> [Submission] {
    try await perform { try $0.submissions() }
  }

  func submission(ofFile digest: String, format: String) async throws -> Submission? {
    try await perform { database in
      try database.submissions(
        where: "fileDigest = ? AND format = ? AND withdrawnIn IS NULL AND expires IS NULL",
        [digest, format]
      ).first
    }
  }

  func previews(ofFile digest: String, format: String) async throws -> [Submission] {
    try await perform { database in
      try database.submissions(
        where: "fileDigest = ? AND format = ? AND expires IS NOT NULL", [digest, format])
    }
  }

  func findings(of submission: Int) async throws -> [Finding] {
    try await perform { try $0.findings(of: submission) }
  }

  func auditEvents() async throws -> [AuditEvent] {
    try await perform { try $0.auditEvents() }
  }

  func grants() async throws -> [Grant] {
    try await perform { try $0.grants() }
  }
}
