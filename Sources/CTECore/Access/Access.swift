import CTEModel
import CTERulePack
import CTEStore

/// What an actor may do in a tenant, and where.
struct Access: Sendable {
  /// A role within a part of the tenant.
  struct Part: Sendable {
    let permissions: Set<Permission>
    /// The only formats of which files may be imported; nil for all.
    let formats: Set<String>?
    /// The only types of which records may be entered: those that these formats make; nil for all.
    let types: Set<RecordType>?
    let scope: AccessScope.Part

    init(_ role: Role, _ scope: AccessScope.Part, in pack: RulePack) {
      permissions = role.permissions
      formats = role.formats
      types = role.formats.map { names in
        Set(names.flatMap { pack.formats[$0]?.records.map(\.type) ?? [] })
      }
      self.scope = scope
    }
  }

  /// The roles that the actor has.
  let parts: [Part]

  /// Finds what a tenant's grants allow an actor. The local operator may do everything.
  init(of actor: Actor, _ session: any ReadSession, in pack: RulePack) async throws {
    guard actor != .localOperator else {
      parts = [Part(.administrator, .everywhere, in: pack)]
      return
    }
    let own = try await session.grants().filter { $0.actor == actor.name }
    let needsTree = own.contains(where: \.isLimited)
    let keys = needsTree ? try await session.keys(students: []) : KeyTables()
    let tree =
      needsTree ? try await OrganizationTree(session, keys: keys) : OrganizationTree(parents: [:])
    parts = own.compactMap { grant in
      pack.role(named: grant.role).map { role in
        Part(role, tree.part(of: grant, keys: keys), in: pack)
      }
    }
  }

  /// Whether the actor may do anything at all.
  var isAny: Bool { !parts.isEmpty }

  /// Returns where the actor has a permission.
  func scope(of permission: Permission) -> AccessScope {
    AccessScope(parts.filter { $0.permissions.contains(permission) }.map(\.scope))
  }

  /// Returns where the actor may enter records of a type.
  func scope(toEnter type: RecordType) -> AccessScope {
    AccessScope(
      parts.filter { part in
        part.permissions.contains(.enter) && part.types?.contains(type) ?? true
      }.map(\.scope))
  }

  /// Returns where the actor has a permission.
  ///
  /// - Throws: `AccessError` where they have it nowhere.
  func require(_ permission: Permission) throws(AccessError) -> AccessScope {
    try Self.nonempty(scope(of: permission)) { Self.words(for: permission) }
  }

  /// Returns where the actor may enter records of a type.
  ///
  /// - Throws: `AccessError` where they may nowhere.
  func requireEntry(of type: RecordType) throws(AccessError) -> AccessScope {
    let scope = try Self.nonempty(scope(toEnter: type)) { "change \(type.words)s" }
    if scope.isWhole || type.isOfParts { return scope }
    throw AccessError(
      .notAllowed,
      "a \(type.words) belongs to the whole tenant, and you may change a part of it alone")
  }

  /// Returns where the actor may import files of a format.
  ///
  /// - Throws: `AccessError` where they may nowhere.
  func requireImport(of format: String) throws(AccessError) -> AccessScope {
    let scope = AccessScope(
      parts.filter { part in
        part.permissions.contains(.enter) && part.formats?.contains(format) ?? true
      }.map(\.scope))
    return try Self.nonempty(scope) { "import files of the format \(format)" }
  }

  /// Returns where the actor may write records of a format.
  ///
  /// - Throws: `AccessError` where they may not, or only in a part of the tenant while the format makes records that belong
  ///   to all of it.
  func scope(toImport format: ImportFormat) throws(AccessError) -> AccessScope {
    let scope = try requireImport(of: format.name)
    let ofAll = format.records.first { !$0.type.isOfParts }
    guard !scope.isWhole, let ofAll else { return scope }
    throw AccessError(
      .notAllowed,
      "files of the format \(format.name) make records that belong to the whole tenant (\(ofAll.type.words)), and you may "
        + "change a part of it alone")
  }

  /// Returns where the actor may change records of a type to undo an event.
  ///
  /// What they did themselves they may undo as a whole, with what went along; else what they could change by themselves.
  ///
  /// - Parameter format: The format of the submission that the event withdrew or put back; nil for other events.
  func scope(
    toUndo event: AuditEvent, by actor: Actor, of format: String?
  ) -> (RecordType) -> AccessScope {
    { type in
      if format == nil, event.draft.actor != actor.name { return scope(toEnter: type) }
      return scope(of: .enter)
    }
  }

  /// Makes sure that the actor has a permission for the whole tenant.
  func requireWhole(_ permission: Permission, to action: String) throws(AccessError) {
    if scope(of: permission).isWhole { return }
    throw AccessError(
      .notAllowed,
      "only who has the permission '\(permission.rawValue)' for the whole tenant can \(action)")
  }
}

extension Access {
  private static func nonempty(
    _ scope: AccessScope, _ what: () -> String
  ) throws(AccessError) -> AccessScope {
    guard scope.isEmpty else { return scope }
    throw AccessError(
      .notAllowed, "you may not \(what()) here; ask who administers the tenant for a role that may")
  }

  private static func words(for permission: Permission) -> String {
    switch permission {
    case .read: "see records"
    case .enter: "change records"
    case .certify: "certify"
    case .administer: "administer the tenant"
    }
  }
}
