public import CTEModel
public import CTERulePack
public import CTEStore

extension Tenant {
  /// Moves a tenant to another pack, another fiscal year or both, or tells what that would do.
  ///
  /// Records stay as they are; the report says what must be looked at again. Nobody undoes it, but the tenant can be moved
  /// back. Whoever has the tenant open keeps the pack and the year until they open it again.
  ///
  /// ```swift
  /// let report = try await Tenant.upgrade(
  ///   id, year: FiscalYear(2026), in: store, packs: library, as: actor, isPlan: true, at: now)
  /// report.toLoad.first?.formats
  /// ```
  ///
  /// - Parameters:
  ///   - id: The tenant.
  ///   - pack: The pack's name or its folder; nil for the tenant's own.
  ///   - year: The fiscal year; nil for the tenant's own.
  ///   - store: The store of the tenant.
  ///   - packs: The packs among which both packs are.
  ///   - actor: Who asks.
  ///   - isPlan: Whether only to tell what would be done; everything is then as before.
  ///   - moment: The time, for the audit log.
  /// - Throws: `AccessError` where the actor doesn't administer the whole tenant, `StoreError` where there is no such tenant
  ///   to which they have access, and `PackIssues` where the pack afterwards can't be used. Only the local operator moves a
  ///   tenant away from a pack that can't be used any more.
  public static func upgrade(
    _ id: TenantID, pack: String? = nil, year: FiscalYear? = nil, in store: any Store,
    packs: PackLibrary, as actor: Actor, isPlan: Bool = false, at moment: Moment
  ) async throws -> UpgradeReport {
    let own = try await records(of: id, in: store, for: actor)
    let settings = TenantSettings(
      pack: pack.map(PackLibrary.lastingName) ?? own.settings.pack,
      year: year ?? own.settings.year)
    let old = try oldPack(of: own.settings, from: packs, for: actor)
    func load() throws -> RulePack {
      try RulePack.load(settings.pack, year: settings.year, from: packs)
    }
    let tenant = Tenant(id, pack: try old ?? load(), store: own, actor: actor)
    func prepared(_ access: Access) throws -> Upgrade {
      guard access.isAny else { throw unknown(id) }
      try access.requireWhole(.administer, to: "change its pack or its year")
      return try Upgrade(of: tenant, from: old, to: load(), settings: settings, at: moment)
    }
    if isPlan {
      return try await tenant.reading { session, access in
        try await prepared(access).report(session, event: nil)
      }
    }
    return try await tenant.writing { session, access in
      try await prepared(access).commit(session)
    }
  }

  /// Loads the pack that a tenant has; nil for the local operator where it can't be used any more.
  private static func oldPack(
    of settings: TenantSettings, from packs: PackLibrary, for actor: Actor
  ) throws -> RulePack? {
    do {
      return try RulePack.load(settings.pack, year: settings.year, from: packs)
    } catch {
      if actor == .localOperator { return nil }
      throw error
    }
  }
}
