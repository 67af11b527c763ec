import CTECore

/// A session whose answers are those of another, but for one that is wrong.
protocol FaultyReading: ReadSession {
  var fault: StoreFault { get }

  /// Returns the session that answers.
  func answering() async throws -> any ReadSession
}

/// A look that may see more than it should.
struct FaultyReadSession: FaultyReading {
  let fault: StoreFault
  let store: any TenantStore
  let session: any ReadSession

  func answering() async throws -> any ReadSession {
    fault == .looksAtThePresent ? try await store.beginReading() : session
  }

  func end() async { await session.end() }
}

extension FaultyReading {
  func studentCount() async throws -> Int { try await answering().studentCount() }

  func keys(students: [String]?) async throws -> KeyTables {
    try await answering().keys(students: fault == .returnsAllStudents ? nil : students)
  }

  func texts(of domain: KeyDomain, _ numbers: [Int32]) async throws -> [Int32: String] {
    let known = fault == .inventsTexts ? Dictionary(numbers.map { ($0, "?") }) { $1 } : [:]
    return try await answering().texts(of: domain, numbers).merging(known) { first, _ in first }
  }

  func reference(
    for requests: [ReferenceRequest], students: [Int32]?, keys: inout KeyTables
  ) async throws -> ReferenceData {
    try await answering().reference(
      for: requests, students: fault == .returnsAllStudents ? nil : students, keys: &keys)
  }

  func identities(
    for request: IdentityRequest, students: [Int32]?
  ) async throws -> StoredIdentities {
    try await answering().identities(for: request, students: students)
  }

  func facts(_ request: FactsRequest) async throws -> Facts {
    let facts = try await answering().facts(request)
    guard fault == .losesFacts || fault == .losesRepeats else { return facts }
    return Facts(
      keys: facts.keys,
      references: facts.references.map {
        fault == .losesFacts
          ? $0?.taking(0..<max(0, ($0?.rowCount ?? 0) - 1)) : $0?.withoutRepeated
      }, identities: facts.identities)
  }

  func submissions() async throws -> [Submission] { try await answering().submissions() }

  func submission(ofFile digest: String, format: String) async throws -> Submission? {
    guard fault == .findsWithdrawnFiles || fault == .takesPreviewsForUploads else {
      return try await answering().submission(ofFile: digest, format: format)
    }
    return try await answering().submissions().first {
      $0.fileDigest == digest && $0.format == format
        && (fault == .findsWithdrawnFiles ? !$0.isPreview : !$0.isWithdrawn)
    }
  }

  func previews(ofFile digest: String, format: String) async throws -> [Submission] {
    let previews = try await answering().previews(ofFile: digest, format: format)
    return fault == .findsOnePreview ? Array(previews.prefix(1)) : previews
  }

  func findings(of submission: Int) async throws -> [Finding] {
    let findings = try await answering().findings(of: submission)
    guard fault == .losesOfficialNames else { return findings }
    return findings.map {
      Finding(
        row: $0.row, columnIndex: $0.columnIndex, column: $0.column, rule: $0.rule,
        severity: $0.severity, value: $0.value, expected: $0.expected, message: $0.message,
        help: $0.help)
    }
  }

  func auditEvents() async throws -> [AuditEvent] { try await answering().auditEvents() }

  func grants() async throws -> [Grant] {
    let grants = try await answering().grants()
    return switch fault {
    case .listsGrantsBackwards: grants.reversed()
    case .widensGrants: grants.map { Grant(to: $0.actor, role: $0.role) }
    default: grants
    }
  }
}

// Versions of records.
extension FaultyReading {
  func records(_ query: RecordQuery) async throws -> [StoredRecord] {
    var query = query
    switch fault {
    case .takesMissingForAnything: query.conditions.removeAll { $0.code == missingCode }
    case .mixesUpSubmissions where query.row == nil: query.submission = nil
    default: break
    }
    let page = try await answering().records(query)
    return fault == .skipsBetweenPages && query.start != nil ? Array(page.dropFirst()) : page
  }

  func records(
    of type: RecordType, where fields: [Int], are values: [[Int32]]
  ) async throws -> [[StoredRecord]] {
    let answers = try await answering().records(of: type, where: fields, are: values)
    return fault == .mixesUpAnswers ? answers.reversed() : answers
  }

  func journal(
    of event: Int, about type: RecordType, after start: RecordKey?, limit: Int
  ) async throws -> [JournalEntry] {
    try await answering().journal(of: event, about: type, after: start, limit: limit)
      .map(journaled)
  }

  func journal(
    of event: Int, about type: RecordType, keys: [RecordKey]
  ) async throws -> [JournalEntry?] {
    let entries = try await answering().journal(of: event, about: type, keys: keys)
    return fault == .leavesOutEntries ? entries.filter { $0 != nil } : entries
  }

  func lastJournaledEvent() async throws -> Int {
    try await answering().lastJournaledEvent() - (fault == .losesTheLastEntry ? 1 : 0)
  }

  func history(of record: StoredRecord) async throws -> [JournalEntry] {
    let history = try await answering().history(of: record)
    guard fault == .knowsRecordsByKeyAlone else { return history }
    return history.filter { $0.key == record.key }
  }

  private func journaled(_ entry: JournalEntry) -> JournalEntry {
    guard fault == .losesEarlierVersions else { return entry }
    return JournalEntry(
      event: entry.event, type: entry.type, key: entry.key, before: nil, left: entry.left)
  }
}

extension ReferenceTable {
  fileprivate func taking(_ rows: some Collection<Int>) -> ReferenceTable {
    ReferenceTable(
      columns: columns.map { column in column.map { column in rows.map { column[$0] } } },
      rowCount: rows.count)
  }

  /// The rows that no other equals.
  fileprivate var withoutRepeated: ReferenceTable {
    let rows = (0..<rowCount).map { row in columns.map { $0?[row] } }
    let counts = rows.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    return taking(rows.indices.filter { counts[rows[$0]] == 1 })
  }
}
