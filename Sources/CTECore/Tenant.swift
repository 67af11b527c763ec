public import CTEModel
public import CTERulePack
public import CTEStore

/// A tenant as an actor uses it: its records, and the pack and year by which they are judged.
///
/// ```swift
/// let tenant = try await Tenant(id, in: store, packs: library, as: .localOperator)
/// let report = try await tenant.importFile("credentials.csv", at: now)
/// report.counts.accepted
/// ```
public struct Tenant: Sendable {
  /// The tenant's name.
  public let id: TenantID
  /// The pack, loaded for the tenant's year.
  public let pack: RulePack
  /// Who uses it.
  public let actor: Actor
  let store: any TenantStore

  /// Opens a tenant of a store.
  ///
  /// - Parameter day: The day within the tenant's year up to which changes of its pack are in force; nil for all of the year's.
  /// - Throws: `StoreError` where the store has no such tenant or can't be used, and `PackIssues` where its pack can't.
  public init(
    _ id: TenantID, in store: any Store, packs: PackLibrary, as actor: Actor,
    on day: CalendarDay? = nil
  ) async throws {
    self.id = id
    self.actor = actor
    let own = try await store.scoped(to: id)
    self.store = own
    pack = try RulePack.load(own.settings.pack, year: own.settings.year, on: day, from: packs)
  }

  /// Opens a tenant whose pack is loaded already.
  init(_ id: TenantID, pack: RulePack, store: any TenantStore, actor: Actor) {
    self.id = id
    self.pack = pack
    self.store = store
    self.actor = actor
  }

  /// Creates a tenant in a store, after making sure that its pack can be used.
  ///
  /// - Throws: `PackIssues` where the pack can't be used, and `StoreError` where the store can't, or has the tenant.
  public static func create(
    _ id: TenantID, settings: TenantSettings, in store: any Store, packs: PackLibrary,
    as actor: Actor, at moment: Moment
  ) async throws -> Tenant {
    _ = try RulePack.load(settings.pack, year: settings.year, from: packs)
    let lasting = TenantSettings(
      pack: PackLibrary.lastingName(of: settings.pack), year: settings.year)
    try await store.create(id, settings: lasting, by: actor, at: moment)
    return try await Tenant(id, in: store, packs: packs, as: actor)
  }

  /// Returns the submissions that were committed, in their order.
  public func submissions() async throws -> [Submission] {
    try await store.submissions()
  }

  /// Returns the events of the audit log, in their order.
  public func auditEvents() async throws -> [AuditEvent] {
    try await store.auditEvents()
  }

  /// Returns whether the audit log is whole.
  public func verifyAudit() async throws -> AuditVerdict {
    // Submissions first: one that is made in between has its event by the time the log is read.
    let submissions = try await store.submissions()
    return AuditVerdict(try await store.auditEvents(), submissions: submissions)
  }

  /// Returns how many records of a type the tenant has.
  public func count(of type: RecordType) async throws -> Int {
    try await store.count(of: type)
  }
}
