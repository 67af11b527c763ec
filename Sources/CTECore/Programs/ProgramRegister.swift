import CTEModel
import CTERulePack
import CTEStore

/// The active programs at schools of a tenant's year, those that an actor sees.
struct ProgramRegister {
  let pack: RulePack
  let session: any ReadSession
  let records: SeenRecords
  let keys: KeyTables

  /// - Throws: `AccessError` where the actor may not read.
  init(_ session: any ReadSession, _ access: Access, in pack: RulePack) async throws {
    self.pack = pack
    self.session = session
    records = SeenRecords(session: session, scope: try access.require(.read))
    keys = try await session.keys(students: [])
  }

  var scope: AccessScope { records.scope }
  var year: Int32 { Int32(pack.year.number) }

  /// Returns the programs of an organization and all beneath it: those at its schools, and those for which it answers.
  ///
  /// - Parameter organization: The organization; nil for all.
  func all(of organization: String?) async throws -> [StoredRecord] {
    let branch = try await branch(of: organization)
    return try await records.all(of: .programOffering, where: ["year": year]).filter { record in
      record.isActive && branch.map { record.isOffered(in: $0) } ?? true
    }
  }

  /// Returns the program of a number.
  ///
  /// - Parameter orInactive: Whether one that isn't taught any more is wanted too.
  /// - Throws: `ChangeError` where there is none that the actor sees.
  func program(_ offering: String, orInactive: Bool = false) async throws -> StoredRecord {
    let id = pack.written(offering, as: "id", of: .programOffering)
    if let code = keys[.offering].knownNumber(for: id) {
      let found = try await records.all(
        of: .programOffering, where: ["year", "id"], are: [[year, code]])
      if let record = found.first(where: { orInactive || $0.isActive }) { return record }
    }
    throw ChangeError(
      .unknown,
      "there is no active program \(offering) at a school in \(pack.year) that you may see; list the programs to see which there are"
    )
  }

  /// Returns an organization with all beneath it, by their numbers; nil for all organizations.
  ///
  /// - Throws: `ChangeError` where there is no such organization; which there are is no secret.
  func branch(of organization: String?) async throws -> Set<Int32>? {
    guard let organization else { return nil }
    let id = pack.written(organization, as: "id", of: .organization)
    let tree = try await OrganizationTree(session, keys: keys)
    if let code = keys[.organization].knownNumber(for: id),
      try await !records.all(of: .organization, where: ["id"], are: [[code]]).isEmpty
    {
      return tree.branch(of: code)
    }
    throw ChangeError(
      .unknown, "there is no organization \(organization) in the tenant's list; check its number")
  }
}

extension StoredRecord {
  /// Whether a program is taught; one of which the list doesn't say is.
  var isActive: Bool { code(of: "isActive") != 0 }

  /// Whether a program is at one of some organizations, or one of them answers for it.
  func isOffered(in organizations: Set<Int32>) -> Bool {
    organizations.contains(code(of: "school")) || organizations.contains(code(of: "agency"))
  }
}

extension RulePack {
  /// Returns an identifier as records of a type have it: with the zeros that are easily left out.
  func written(_ text: String, as field: String, of type: RecordType) -> String {
    records[type]?.written([field: text])[field] ?? text
  }
}
