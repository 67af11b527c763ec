import CTEModel
import CTERulePack

extension Tenant {
  /// Returns the credentials that students of a program at a school can receive: those that the tenant's list of the year has
  /// for the program, or where it has loaded none the pack's.
  ///
  /// - Parameter offering: The number of the program at the school.
  /// - Throws: `AccessError` where the actor may not read, `ChangeError` where they see no such program, `IntakeError` where
  ///   a list of the pack can't be read, and `StoreError`.
  public func credentials(for offering: String) async throws -> CredentialMenu {
    try await reading { session, access in
      let register = try await ProgramRegister(session, access, in: pack)
      let program = try await register.program(offering)
      guard let described = try await register.described([program]).first else {
        preconditionFailure("each program is described")
      }
      var lists = ListReader(session, keys: register.keys, in: pack)
      let titles = try await lists.titles("title", of: .credential)
      let listings = try await lists.columns(
        ["program", "code", "credential", "category"], of: .credentialListing, year: pack.year)
      let rows = (0..<listings.rowCount).filter {
        listings.code(of: "program", $0) == program.code(of: "program")
      }
      let keys = lists.keys
      let groups = Dictionary(grouping: rows) { listings.code(of: "category", $0) }
      return CredentialMenu(
        program: described,
        groups: groups.map { category, rows in
          let name = category == missingCode ? nil : keys[.word].text(of: category)
          return CredentialMenu.Group(
            category: name, label: name.map { pack.label(ofCategory: $0) },
            options: rows.map { row in
              let code = keys[.credentialCode].text(of: listings.code(of: "code", row))
              let credential = listings.code(of: "credential", row)
              return FieldMenu.Option(value: code, label: titles[credential] ?? code)
            }.sorted { $0.value < $1.value })
        }.sorted { $0.category ?? "" < $1.category ?? "" })
    }
  }
}

extension RulePack {
  /// Returns the name of a category for people.
  func label(ofCategory code: String) -> String {
    let types = [RecordType.credentialAttempt, .credentialListing]
    return types.lazy.compactMap { self.records[$0]?.fields["category"]?.codes?.labels[code] }
      .first ?? code
  }
}
