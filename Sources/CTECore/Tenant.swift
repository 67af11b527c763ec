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
  /// - Throws: `StoreError` where the store has no such tenant, the actor has no access to it, or the store can't be used,
  ///   and `PackIssues` where the tenant's pack can't.
  public init(
    _ id: TenantID, in store: any Store, packs: PackLibrary, as actor: Actor,
    on day: CalendarDay? = nil
  ) async throws {
    self.id = id
    self.actor = actor
    let own = try await Self.records(of: id, in: store, for: actor)
    self.store = own
    pack = try RulePack.load(own.settings.pack, year: own.settings.year, on: day, from: packs)
    if try await !reading({ _, access in access.isAny }) { throw Self.unknown(id) }
  }

  /// Returns the records of a tenant in which an actor has a role.
  ///
  /// Others than the local operator learn nothing of a tenant without one, not even that it can't be opened.
  static func records(
    of id: TenantID, in store: any Store, for actor: Actor
  ) async throws -> any TenantStore {
    if actor == .localOperator { return try await store.scoped(to: id) }
    do {
      let own = try await store.scoped(to: id)
      if try await own.hasGrant(for: actor) { return own }
    } catch is StoreError {
      // Told below: what is wrong with it is for whoever answers for it.
    }
    throw unknown(id)
  }

  /// What is told of a tenant that isn't there as well as of one to which the actor has no access.
  static func unknown(_ id: TenantID) -> StoreError {
    StoreError(
      .unknownTenant,
      "there is no tenant '\(id)' to which you have access; if there should be, ask who administers it"
    )
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

  /// Returns the tenants of a store to which an actor has access, sorted by name.
  public static func all(in store: any Store, as actor: Actor) async throws -> [TenantID] {
    let tenants = try await store.tenants()
    if actor == .localOperator { return tenants }
    var own: [TenantID] = []
    for tenant in tenants {
      // One that can't be opened keeps nobody from the others.
      if (try? await records(of: tenant, in: store, for: actor)) != nil { own.append(tenant) }
    }
    return own
  }
}

extension TenantStore {
  /// Returns whether an actor has a role in the tenant.
  fileprivate func hasGrant(for actor: Actor) async throws -> Bool {
    let session = try await beginReading()
    do {
      let grants = try await session.grants()
      await session.end()
      return grants.contains { $0.actor == actor.name }
    } catch {
      await session.end()
      throw error
    }
  }
}

extension Tenant {
  /// Calls a function with a look at the records and what the actor may do.
  func reading<Result>(
    _ body: (any ReadSession, Access) async throws -> Result
  ) async throws -> Result {
    let session = try await store.beginReading()
    do {
      let result = try await body(session, Access(of: actor, session, in: pack))
      await session.end()
      return result
    } catch {
      await session.end()
      throw error
    }
  }

  /// Calls a function with a transaction and what the actor may do; the function commits or rolls back.
  func writing<Result>(
    _ body: (any WriteSession, Access) async throws -> Result
  ) async throws -> Result {
    let session = try await store.beginWriting()
    do {
      return try await body(session, Access(of: actor, session, in: pack))
    } catch {
      await session.rollback()
      throw error
    }
  }

  /// The pack and its version, as receipts and the audit log name them.
  var packVersion: String { "\(pack.name) \(pack.version)" }
}
