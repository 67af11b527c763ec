public import CTEModel
public import CTEStore

// What happened in a tenant.
extension Tenant {
  /// Returns the submissions in their order; those that were withdrawn since, and previews, too.
  ///
  /// Who may see but a part of the tenant sees those that they made themselves.
  ///
  /// - Throws: `AccessError` where the actor may not read, and `StoreError`.
  public func submissions() async throws -> [Submission] {
    try await reading { session, access in
      try await session.submissions().filter(seen(within: access.require(.read)))
    }
  }

  /// Returns a submission with the findings that are kept with it.
  ///
  /// - Throws: `AccessError` where the actor may not read, `ChangeError` where they see no submission of the number, and
  ///   `StoreError`.
  public func submission(
    _ number: Int
  ) async throws -> (submission: Submission, findings: [Finding]) {
    try await reading { session, access in
      let submission = try await find(number, session, within: access.require(.read))
      return (submission, try await session.findings(of: number))
    }
  }

  /// Returns where the original of a submission lies, the file as it was sent; nil in a store that keeps none.
  ///
  /// - Throws: `AccessError` where the actor may not read, `ChangeError` where they see no submission of the number, and
  ///   `StoreError`.
  public func original(of number: Int) async throws -> String? {
    let submission = try await submission(number).submission
    return try store.original(submission.fileDigest)
  }

  /// Returns the submission of a number among those that the actor sees.
  func find(
    _ number: Int, _ session: any ReadSession, within scope: AccessScope
  ) async throws -> Submission {
    let all = try await session.submissions().filter(seen(within: scope))
    if let submission = all.first(where: { $0.number == number }) { return submission }
    throw ChangeError(.unknown, "there is no submission \(number) that you may see")
  }

  /// Returns what tells the submissions that the actor sees.
  func seen(within scope: AccessScope) -> (Submission) -> Bool {
    { [actor] in scope.isWhole || $0.actor == actor.name }
  }

  /// Returns the events of the audit log, in their order.
  ///
  /// - Throws: `AccessError` where the actor doesn't administer the whole tenant, and `StoreError`.
  public func auditEvents() async throws -> [AuditEvent] {
    try await reading { session, access in
      try access.requireWhole(.administer, to: "see the audit log")
      return try await session.auditEvents()
    }
  }

  /// Returns whether the audit log is whole, and the originals of which it speaks.
  ///
  /// - Throws: `AccessError` where the actor doesn't administer the whole tenant, and `StoreError`.
  public func verifyAudit() async throws -> AuditVerdict {
    let verdict = try await reading { session, access in
      try access.requireWhole(.administer, to: "verify the audit log")
      return AuditVerdict(
        try await session.auditEvents(), submissions: try await session.submissions(),
        lastChange: try await session.lastJournaledEvent())
    }
    guard case .whole = verdict, let damaged = try await store.verifyOriginals().first else {
      return verdict
    }
    return .damaged(damaged)
  }
}
