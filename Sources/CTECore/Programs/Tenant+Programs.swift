import CTERulePack

// Programs at schools.
extension Tenant {
  /// Returns the active programs of the tenant's year that the actor sees.
  ///
  /// ```swift
  /// let list = try await tenant.programs(of: "63070", sortedBy: ProgramColumn("title", in: tenant.pack))
  /// list.programs.first?.credentialCount
  /// ```
  ///
  /// - Parameters:
  ///   - organization: The organization whose programs are wanted: those at it and at all beneath it, and those for which one
  ///     of them answers; nil for all.
  ///   - column: The column by which they are sorted.
  ///   - descending: Whether the greatest come first.
  /// - Throws: `AccessError` where the actor may not read, `ChangeError` where there is no such organization, `IntakeError`
  ///   where a list of the pack can't be read, and `StoreError`.
  public func programs(
    of organization: String? = nil, sortedBy column: ProgramColumn = .offering,
    descending: Bool = false
  ) async throws -> ProgramList {
    try await reading { session, access in
      let register = try await ProgramRegister(session, access, in: pack)
      let programs = try await register.described(register.all(of: organization))
      return ProgramList(programs, in: pack, sortedBy: column, descending: descending)
    }
  }
}
