import CEL
public import CTEModel
import CTERulePack
public import CTEStore

// Who may do what in a tenant.
extension Tenant {
  /// Returns who may do what, sorted: all of it to who administers the whole tenant, to others what they have themselves
  /// and what is given within the part that they administer.
  ///
  /// - Throws: `StoreError`.
  public func grants() async throws -> [Grant] {
    try await reading { session, access in
      let all = try await session.grants()
      let administered = access.scope(of: .administer)
      if administered.isWhole { return all }
      guard !administered.isEmpty else { return all.filter { $0.actor == actor.name } }
      let map = try await GrantMap(session, in: pack.year)
      var seen: [Grant] = []
      for grant in all {
        let place = try await map.place(of: grant)
        if grant.actor == actor.name || access.administers(place) { seen.append(grant) }
      }
      return seen
    }
  }

  /// Gives an actor a role, for the whole tenant or for a part of it.
  ///
  /// Who administers a part of the tenant gives roles within it, none that allows more than they may do there themselves, and
  /// none that allows to administer.
  ///
  /// - Parameters:
  ///   - grant: Who gets which role, and where.
  ///   - moment: The time, for the audit log.
  /// - Throws: `AccessError` where the caller may not give the role there, whether that is there or not, `ChangeError` where
  ///   the role, the organization or the program isn't there or don't fit, and `StoreError`.
  public func give(_ grant: Grant, at moment: Moment) async throws {
    try await writing { session, access in
      try await requireGiving(grant, session, access, to: "give roles")
      try await check(grant, session)
      try await session.add(grant)
      try await commit(grant, as: "give role", session, at: moment)
    }
  }

  /// Takes a role back. Whoever may give it may take it back.
  ///
  /// - Parameters:
  ///   - grant: What is taken back, as it was given.
  ///   - moment: The time, for the audit log.
  /// - Throws: `AccessError` where the caller may not give the role there, whether it was given or not, `ChangeError` where
  ///   there is no such grant, and `StoreError`.
  public func takeBack(_ grant: Grant, at moment: Moment) async throws {
    try await writing { session, access in
      try await requireGiving(grant, session, access, to: "take roles back")
      guard try await session.grants().contains(grant) else {
        throw ChangeError(.unknown, "'\(grant.actor)' has no such role; see who has which")
      }
      try await session.remove(grant)
      try await commit(grant, as: "take back role", session, at: moment)
    }
  }
}

extension Tenant {
  private func requireGiving(
    _ grant: Grant, _ session: any ReadSession, _ access: Access, to action: String
  ) async throws {
    let map = try await GrantMap(session, in: pack.year)
    try access.requireGiving(
      pack.role(named: grant.role), in: try await map.place(of: grant), to: action)
  }

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
    if let offering = grant.offering {
      try await requireRecord(
        of: .programOffering, keys[.offering].knownNumber(for: offering), session
      ) {
        "there is no program \(offering) at a school in the tenant's list"
      }
    }
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
