import CTECore

/// A store in memory that does one thing wrong.
struct FaultyStore: Store {
  let fault: StoreFault
  private let store = InMemoryStore()

  init(_ fault: StoreFault) {
    self.fault = fault
  }

  func tenants() async throws -> [TenantID] { await store.tenants() }

  func create(_ tenant: TenantID, settings: TenantSettings, by actor: Actor, at moment: Moment)
    async throws
  {
    if fault == .takesTakenNames, await store.tenants().contains(tenant) { return }
    try await store.create(tenant, settings: settings, by: actor, at: moment)
  }

  func scoped(to tenant: TenantID) async throws -> any TenantStore {
    let first = await store.tenants().first
    let shown = fault == .showsAnotherTenant ? first ?? tenant : tenant
    return FaultyTenantStore(fault: fault, store: try await store.scoped(to: shown))
  }

  func delete(_ tenant: TenantID) async throws { try await store.delete(tenant) }
}

struct FaultyTenantStore: TenantStore {
  let fault: StoreFault
  let store: any TenantStore

  var settings: TenantSettings { store.settings }

  func beginReading() async throws -> any ReadSession {
    FaultyReadSession(fault: fault, store: store, session: try await store.beginReading())
  }

  func beginWriting() async throws -> any WriteSession {
    FaultyWriteSession(fault: fault, session: try await store.beginWriting())
  }

  func original(_ digest: String) throws -> String? { try store.original(digest) }

  func newUpload() throws -> any UploadFile { try store.newUpload() }

  func verifyOriginals() async throws -> [DamagedOriginal] { try await store.verifyOriginals() }

  func submissions() async throws -> [Submission] {
    try await store.submissions().dropLast(fault == .losesSubmission ? 1 : 0)
  }

  func auditEvents() async throws -> [AuditEvent] {
    let events = try await store.auditEvents()
    return fault == .losesEvent && events.count > 1 ? events.dropLast() : events
  }

  func count(of type: RecordType) async throws -> Int { try await store.count(of: type) }
}
