import CTEModel
import CTERulePack

/// A transaction on a copy of a tenant's records, which takes their place when it is committed.
actor InMemoryWriteSession: WriteSession {
  private let tenant: InMemoryTenantStore
  private var draft: TenantRecords
  private var hasEnded = false

  /// Creates a session whose turn it is to write to a tenant.
  init(on records: TenantRecords, of tenant: InMemoryTenantStore) {
    draft = records
    self.tenant = tenant
  }

  deinit {
    // Whoever drops a session without ending it keeps nobody else from writing.
    if !hasEnded { Task { [tenant] in await tenant.endTurn() } }
  }

  private func requireOpen() throws {
    // What was called off must not be committed.
    try Task.checkCancellation()
    if hasEnded { throw StoreError(.unusable, "the session has ended; begin another") }
  }

  func studentCount() throws -> Int {
    try requireOpen()
    return Int(draft[.student].greatest)
  }

  func keys(students: [String]?) throws -> KeyTables {
    try requireOpen()
    var keys = KeyTables()
    for domain in KeyDomain.allCases {
      keys[domain] = draft[domain].table(of: domain == .student ? students : nil)
    }
    return keys
  }

  func reference(
    for requests: [ReferenceRequest], students: [Int32]?, keys: inout KeyTables
  ) throws -> ReferenceData {
    try requireOpen()
    var data = ReferenceData()
    for request in requests {
      data.tables[request.lookup] = draft[request.type].reference(
        for: request, students: students, words: &keys[.word])
    }
    return data
  }

  func identities(for request: IdentityRequest, students: [Int32]?) throws -> StoredIdentities {
    try requireOpen()
    return draft[request.type].identities(for: request, students: students)
  }

  func submission(ofFile digest: String, format: String) throws -> Submission? {
    try requireOpen()
    return draft.submissions.first { $0.fileDigest == digest && $0.format == format }
  }

  func nextSubmission() throws -> Int {
    try requireOpen()
    return (draft.submissions.last?.number ?? 0) + 1
  }

  func write(_ changes: ChangeSet, submission: Int) throws -> [[RecordFate]] {
    try requireOpen()
    for key in changes.newKeys { try draft[key.domain].add(key) }
    return try changes.records.map { try draft[$0.type].write($0, submission: submission) }
  }

  func write(_ findings: [Finding], submission: Int) throws {
    // No call returns findings of the past, so keeping them would only take memory.
    try requireOpen()
  }

  func commit(_ submission: Submission, _ event: AuditEvent.Draft) async throws {
    try requireOpen()
    hasEnded = true
    draft.submissions.append(submission)
    draft.events.append(AuditEvent(event, after: draft.events.last))
    await tenant.endTurn(committing: draft)
  }

  func rollback() async {
    guard !hasEnded else { return }
    hasEnded = true
    await tenant.endTurn()
  }
}
