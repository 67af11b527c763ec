public import CTEModel
public import CTERulePack
public import CTEStore

extension Tenant {
  /// Makes sure that an actor administers all of a tenant, before something is done to its store as a whole.
  ///
  /// Backups, restoring and deletion are calls of the store itself, which knows no actors; a program that offers them asks
  /// here first. The local operator administers every tenant, also one whose pack can't be used any more.
  ///
  /// ```swift
  /// try await Tenant.requireAdministrator(actor, of: id, to: "delete it", in: store, packs: library)
  /// try await store.delete(id)
  /// ```
  ///
  /// - Parameters:
  ///   - actor: Who asks.
  ///   - id: The tenant.
  ///   - action: What they ask for, so that it ends the sentence "only who administers the tenant can …".
  ///   - store: The store of the tenant.
  ///   - packs: The packs among which the tenant's is.
  /// - Throws: `AccessError` where they don't administer all of it, `StoreError` where there is no such tenant to which they
  ///   have access, and `PackIssues` where its pack can't be used.
  public static func requireAdministrator(
    _ actor: Actor, of id: TenantID, to action: String, in store: any Store, packs: PackLibrary
  ) async throws {
    guard actor != .localOperator else { return }
    let tenant = try await Tenant(id, in: store, packs: packs, as: actor)
    try await tenant.reading { _, access in try access.requireWhole(.administer, to: action) }
  }
}
