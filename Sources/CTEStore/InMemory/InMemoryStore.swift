public import CTEModel

/// Tenants in memory, gone with the store: for tests, previews and the fixtures of rule packs.
///
/// ```swift
/// let store = InMemoryStore()
/// let tenant = try await Tenant.create(id, settings: settings, in: store, packs: packs, as: clerk, at: now)
/// try await tenant.importFile("credentials.csv", at: now).counts.accepted
/// ```
///
/// It answers as a store on a disk does, but keeps no originals.
public actor InMemoryStore: Store {
  private var stores: [TenantID: InMemoryTenantStore] = [:]

  /// Creates a store without tenants.
  public init() {}

  /// Returns the names of all tenants, sorted.
  public func tenants() -> [TenantID] {
    stores.keys.sorted { $0.name < $1.name }
  }

  /// Creates a tenant that holds the event of its making.
  ///
  /// - Throws: `StoreError` with the code `tenantExists` where there is one of the name.
  public func create(
    _ tenant: TenantID, settings: TenantSettings, by actor: Actor, at moment: Moment
  ) throws {
    guard stores[tenant] == nil else {
      throw StoreError(.tenantExists, "there is a tenant '\(tenant)' already; choose another name")
    }
    let making = AuditEvent.Draft(makingOf: settings, by: actor, at: moment)
    stores[tenant] = InMemoryTenantStore(
      settings, first: AuditEvent(making, after: nil), grants: Set(Grant.ofMaker(actor)))
  }

  /// Returns the records of one tenant.
  ///
  /// - Throws: `StoreError` with the code `unknownTenant` where there is none of the name.
  public func scoped(to tenant: TenantID) throws -> any TenantStore {
    guard let store = stores[tenant] else { throw unknown(tenant) }
    return store
  }

  /// Deletes a tenant and all that it holds.
  ///
  /// - Throws: `StoreError` with the code `unknownTenant` where there is none of the name, and `busy` where somebody is
  ///   writing to it.
  public func delete(_ tenant: TenantID) async throws {
    guard let store = stores[tenant] else { throw unknown(tenant) }
    try await store.end()
    stores[tenant] = nil
  }

  private func unknown(_ tenant: TenantID) -> StoreError {
    let known = tenants().map(\.name).joined(separator: ", ")
    return StoreError(
      .unknownTenant,
      "there is no tenant '\(tenant)'"
        + (known.isEmpty ? "; create one first" : "; there are \(known)"))
  }
}
