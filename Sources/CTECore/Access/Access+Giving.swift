import CTEModel
import CTERulePack

// Who gives roles to whom.
extension Access {
  /// Returns whether a grant lies in the part of the tenant that the actor administers.
  func administers(_ place: GrantPlace) -> Bool {
    parts.contains { $0.permissions.contains(.administer) && $0.scope.contains(place) }
  }

  /// Makes sure that the actor may give or take back a role.
  ///
  /// Who administers a part of the tenant gives roles within it, none that allows more than they may do there themselves and
  /// none that allows to give roles.
  ///
  /// - Parameters:
  ///   - role: The role; nil for one that the pack doesn't have any more.
  ///   - place: Where it is held.
  ///   - action: What they do, such as `give roles`.
  /// - Throws: `AccessError`, which is the same for what isn't there as for what isn't the actor's.
  func requireGiving(
    _ role: Role?, in place: GrantPlace, to action: String
  ) throws(AccessError) {
    let administered = scope(of: .administer)
    if administered.isWhole { return }
    guard !administered.isEmpty else {
      throw AccessError(
        .notAllowed, "only who has the permission 'administer' can \(action)")
    }
    guard administers(place), role.map({ covers($0, in: place) }) ?? true else {
      throw AccessError(
        .notAllowed,
        "this reaches beyond the part of the tenant that you administer, or beyond what you may do there; ask who "
          + "administers all of it")
    }
  }

  /// Whether the actor may do in a place whatever a role allows, but for giving roles.
  private func covers(_ role: Role, in place: GrantPlace) -> Bool {
    let own = parts.filter { $0.scope.contains(place) }
    let allowed = own.reduce(into: Set<Permission>()) { $0.formUnion($1.permissions) }
    guard role.permissions.isSubset(of: allowed.subtracting([.administer])) else { return false }
    guard role.permissions.contains(.enter) else { return true }
    let entering = own.filter { $0.permissions.contains(.enter) }
    guard let formats = role.formats else { return entering.contains { $0.formats == nil } }
    return formats.allSatisfy { format in
      entering.contains { $0.formats?.contains(format) ?? true }
    }
  }
}
