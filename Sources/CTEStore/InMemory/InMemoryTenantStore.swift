import CTEModel

/// The records of one tenant in memory, and whose turn it is to write to them.
actor InMemoryTenantStore: TenantStore {
  nonisolated let settings: TenantSettings
  /// What was committed: all that readers see.
  private var records: TenantRecords
  private var isBeingWritten = false

  init(_ settings: TenantSettings, first event: AuditEvent) {
    self.settings = settings
    records = TenantRecords(events: [event])
  }

  func beginWriting() async throws -> any WriteSession {
    try await takeTurn()
    return InMemoryWriteSession(on: records, of: self)
  }

  /// Waits for ten seconds, as a store on a disk does, until nobody else writes.
  private func takeTurn() async throws {
    var patience = 1000
    while isBeingWritten {
      guard patience > 0 else {
        throw StoreError(
          .busy, "somebody else is writing to the tenant; try again when they are done")
      }
      patience -= 1
      try await Task.sleep(for: .milliseconds(10))
    }
    isBeingWritten = true
  }

  /// Ends the turn of the session that writes.
  ///
  /// - Parameter changed: What it commits; nil where it leaves the records as they were.
  func endTurn(committing changed: TenantRecords? = nil) {
    if let changed { records = changed }
    isBeingWritten = false
  }

  nonisolated func newUpload() -> any UploadFile { InMemoryUploadFile() }

  func submissions() -> [Submission] { records.submissions }

  func auditEvents() -> [AuditEvent] { records.events }

  func count(of type: RecordType) -> Int { records[type].count }
}
