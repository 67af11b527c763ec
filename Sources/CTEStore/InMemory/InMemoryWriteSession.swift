import CTEModel
import CTERulePack

/// A transaction on a copy of a tenant's records, which takes their place when it is committed.
actor InMemoryWriteSession: WriteSession, InMemoryReading {
  private let tenant: InMemoryTenantStore
  private var draft: TenantRecords
  private var hasEnded = false
  /// What there was when the trial began.
  private var beforeTrial: TenantRecords?

  /// Creates a session whose turn it is to write to a tenant.
  init(on records: TenantRecords, of tenant: InMemoryTenantStore) {
    draft = records
    self.tenant = tenant
  }

  deinit {
    // Whoever drops a session without ending it keeps nobody else from writing.
    if !hasEnded { Task { [tenant] in await tenant.endTurn() } }
  }

  func seen() throws -> TenantRecords {
    try requireOpen()
    return draft
  }

  private func requireOpen() throws {
    // What was called off must not be committed.
    try Task.checkCancellation()
    if hasEnded { throw StoreError(.unusable, "the session has ended; begin another") }
  }

  func nextSubmission() throws -> Int {
    try requireOpen()
    return draft.nextSubmission
  }

  func nextEvent() throws -> Int {
    try requireOpen()
    return draft.nextEvent
  }

  func beginTrial() throws {
    try requireOpen()
    beforeTrial = draft
  }

  func endTrial() throws {
    try requireOpen()
    guard let beforeTrial else { throw StoreError(.unusable, "there is no trial that could end") }
    draft = beforeTrial
    self.beforeTrial = nil
  }

  func write(_ changes: ChangeSet, submission: Int) throws -> [[RecordFate]] {
    try write(changes.newKeys)
    return try changes.records.map { try draft.write($0, submission: submission) }
  }

  func apply(_ changes: [RecordChange]) throws {
    try requireOpen()
    for change in changes { try draft.apply(change) }
  }

  func write(_ keys: [ChangeSet.NewKey]) throws {
    try requireOpen()
    for key in keys { try draft[key.domain].add(key) }
  }

  func write(_ findings: [Finding], submission: Int) throws {
    try requireOpen()
    draft.findings[submission, default: []] += findings
  }

  func forgetPreview(_ submission: Int) throws {
    try requireOpen()
    try draft.forgetPreview(submission)
  }

  func mark(submission: Int, isWithdrawn: Bool) throws {
    try requireOpen()
    try draft.mark(submission, withdrawnIn: isWithdrawn ? draft.nextEvent : nil)
  }

  func change(_ settings: TenantSettings, from earlier: TenantSettings) throws {
    try requireOpen()
    guard draft.settings == earlier else {
      throw StoreError(.unusable, "the tenant's pack or year was changed meanwhile; look again")
    }
    draft.settings = settings
  }

  func add(_ grant: Grant) throws {
    try requireOpen()
    draft.grants.insert(grant)
  }

  func remove(_ grant: Grant) throws {
    try requireOpen()
    draft.grants.remove(grant)
  }

  func commit(_ submission: Submission?, _ event: AuditEvent.Draft) async throws {
    try requireOpen()
    if let submission { try draft.keep(submission) }
    hasEnded = true
    draft.events.append(AuditEvent(event, after: draft.events.last))
    await tenant.endTurn(committing: draft)
  }

  func rollback() async {
    guard !hasEnded else { return }
    hasEnded = true
    await tenant.endTurn()
  }
}

extension TenantRecords {
  /// Writes records of a file, and keeps the versions that end in the journal of the next event.
  fileprivate mutating func write(
    _ changes: RecordChanges, submission: Int
  ) throws -> [RecordFate] {
    let (fates, ended) = try self[changes.type].write(changes, submission: submission)
    for change in ended {
      // What a file brings twice was ended by the first of its rows, or has no version before the file.
      let noted = journal[change.type]?[nextEvent]?[change.key]
      if change.before?.stamp.submission == Int32(submission), noted == nil { continue }
      note(
        JournalEntry(
          event: nextEvent, type: change.type, key: change.key,
          before: noted?.before ?? change.before, left: change.after?.stamp))
    }
    return fates
  }

  /// Makes, replaces or removes a record, and keeps that in the journal of the next event.
  fileprivate mutating func apply(_ change: RecordChange) throws {
    try self[change.type].put(change)
    note(JournalEntry(change, event: nextEvent))
  }
}
