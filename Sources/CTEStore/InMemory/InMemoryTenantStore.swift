import CTEModel
import Synchronization

/// The records of one tenant in memory, and whose turn it is to write to them.
actor InMemoryTenantStore: TenantStore {
  nonisolated var settings: TenantSettings { told.withLock { $0 } }
  private nonisolated let told: Mutex<TenantSettings>
  /// What was committed: all that readers see.
  private var records: TenantRecords
  private nonisolated let originals = PassingOriginals()
  private var isBeingWritten = false
  private var isDeleted = false

  init(_ settings: TenantSettings, first event: AuditEvent, grants: Set<Grant>) {
    told = Mutex(settings)
    records = TenantRecords(settings, events: [event], grants: grants)
  }

  func beginReading() throws -> any ReadSession {
    try requireTenant()
    return InMemoryReadSession(on: records)
  }

  func beginWriting() async throws -> any WriteSession {
    try await takeTurn()
    return InMemoryWriteSession(on: records, of: self)
  }

  /// Waits for thirty seconds, as a store on a disk does, until nobody else writes.
  private func takeTurn() async throws {
    var patience = 3000
    while isBeingWritten {
      guard patience > 0 else {
        throw StoreError(
          .busy, "somebody else is writing to the tenant; try again when they are done")
      }
      patience -= 1
      try await Task.sleep(for: .milliseconds(10))
    }
    try requireTenant()
    isBeingWritten = true
  }

  private func requireTenant() throws {
    guard !isDeleted else {
      throw StoreError(.unknownTenant, "the tenant was deleted since it was opened")
    }
  }

  /// Takes the last turn there is, because the tenant is deleted.
  func end() async throws {
    try await takeTurn()
    isBeingWritten = false
    isDeleted = true
    records = TenantRecords(records.settings, events: [], grants: [])
  }

  /// Ends the turn of the session that writes.
  ///
  /// - Parameter changed: What it commits; nil where it leaves the records as they were.
  func endTurn(committing changed: TenantRecords? = nil) {
    if let changed {
      records = changed
      told.withLock { $0 = changed.settings }
    }
    isBeingWritten = false
  }

  nonisolated func original(_ digest: String) -> String? { originals.path(of: digest) }

  nonisolated func newUpload() -> any UploadFile { InMemoryUploadFile(originals) }

  func submissions() -> [Submission] { records.submissions }

  func auditEvents() -> [AuditEvent] { records.events }

  /// Nobody but the store itself knows where the originals are.
  func verifyOriginals() -> [DamagedOriginal] { [] }

  func count(of type: RecordType) -> Int { records[type].count }
}
