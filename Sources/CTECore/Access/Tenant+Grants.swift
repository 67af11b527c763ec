import CEL
public import CTEModel
import CTERulePack
public import CTEStore

// Who may do what in a tenant.
extension Tenant {
  /// Returns who may do what, sorted: all of it to who administers the whole tenant, to others what they have themselves.
  ///
  /// - Throws: `StoreError`.
  public func grants() async throws -> [Grant] {
    try await reading { session, access in
      let all = try await session.grants()
      return access.scope(of: .administer).isWhole ? all : all.filter { $0.actor == actor.name }
    }
  }

  /// Gives an actor a role, for the whole tenant or for a part of it.
  ///
  /// - Parameters:
  ///   - grant: Who gets which role, and where.
  ///   - moment: The time, for the audit log.
  /// - Throws: `AccessError` where the caller doesn't administer the whole tenant, `ChangeError` where the role, the
  ///   organization or the program isn't there or don't fit, and `StoreError`.
  public func give(_ grant: Grant, at moment: Moment) async throws {
    try await writing { session, access in
      try access.requireWhole(.administer, to: "give roles")
      try await check(grant, session)
      try await session.add(grant)
      try await commit(grant, as: "give role", session, at: moment)
    }
  }

  /// Takes a role back.
  ///
  /// - Parameters:
  ///   - grant: What is taken back, as it was given.
  ///   - moment: The time, for the audit log.
  /// - Throws: `AccessError` where the caller doesn't administer the whole tenant, `ChangeError` where there is no such
  ///   grant, and `StoreError`.
  public func takeBack(_ grant: Grant, at moment: Moment) async throws {
    try await writing { session, access in
      try access.requireWhole(.administer, to: "take roles back")
      guard try await session.grants().contains(grant) else {
        throw ChangeError(.unknown, "'\(grant.actor)' has no such role; see who has which")
      }
      try await session.remove(grant)
      try await commit(grant, as: "take back role", session, at: moment)
    }
  }
}

extension Tenant {
  private func check(_ grant: Grant, _ session: any WriteSession) async throws {
    guard !grant.actor.isEmpty, Actor(grant.actor) != .localOperator else {
      throw ChangeError(.impossible, "a role is given to somebody with a name of their own")
    }
    guard let role = pack.role(named: grant.role) else {
      let names = [Grant.administrator] + pack.roles.map(\.name)
      let hint = nearest(to: grant.role, among: names).map { "; did you mean '\($0)'?" }
      throw ChangeError(
        .unknown,
        "there is no role '\(grant.role)'\(hint ?? "; there are \(names.joined(separator: ", "))")")
    }
    let keys = try await session.keys(students: [])
    if let program = grant.program {
      try await requireRecord(of: .program, keys[.program].knownNumber(for: program), session) {
        "there is no program \(program) in the tenant's list"
      }
    }
    guard let name = grant.organization else { return try checkAnywhere(role) }
    let organization = try await requireRecord(
      of: .organization, keys[.organization].knownNumber(for: name), session
    ) { "there is no organization \(name) in the tenant's list" }
    try check(role, kind: organization.code(of: "kind"), keys[.word])
  }

  @discardableResult
  private func requireRecord(
    of type: RecordType, _ code: Int32?, _ session: any WriteSession, _ message: () -> String
  ) async throws -> StoredRecord {
    if let code, let field = type.index(of: "id"),
      let record = try await session.records(of: type, where: [field], are: [[code]])[0].first
    {
      return record
    }
    throw ChangeError(.unknown, message())
  }

  /// Makes sure that a role can be held without an organization.
  private func checkAnywhere(_ role: Role) throws(ChangeError) {
    guard let kinds = role.organizationKinds else { return }
    throw ChangeError(
      .impossible,
      "the role '\(role.name)' is held at organizations of the kind \(kinds.sorted().joined(separator: ", ")); say at which"
    )
  }

  /// Makes sure that a role can be held at a kind of organization.
  private func check(_ role: Role, kind: Int32, _ words: KeyTable) throws(ChangeError) {
    guard let kinds = role.organizationKinds else { return }
    let kind = kind == missingCode ? nil : words.text(of: kind)
    if let kind, kinds.contains(kind) { return }
    throw ChangeError(
      .impossible,
      "the role '\(role.name)' is held at organizations of the kind \(kinds.sorted().joined(separator: ", "))"
    )
  }

  private func commit(
    _ grant: Grant, as action: String, _ session: any WriteSession, at moment: Moment
  ) async throws {
    try await session.commit(
      nil,
      AuditEvent.Draft(
        moment: moment, actor: actor.name, action: action, pack: packVersion,
        details: try JSONText.line(grant)))
  }
}
