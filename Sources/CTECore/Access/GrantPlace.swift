import CTEModel
import CTEStore

/// The part of a tenant to which a grant is limited, with what is known of its program at a school.
struct GrantPlace {
  let part: AccessScope.Part
  /// Where the program at a school lies in the tenant's year; nil where the grant names none, or none that is there.
  let offering: ScopePlace?
}

/// Finds where grants are held.
struct GrantMap {
  private let keys: KeyTables
  private let tree: OrganizationTree
  private let year: FiscalYear
  private let session: any ReadSession

  init(_ session: any ReadSession, in year: FiscalYear) async throws {
    self.session = session
    self.year = year
    keys = try await session.keys(students: [])
    tree = try await OrganizationTree(session, keys: keys)
  }

  func place(of grant: Grant) async throws -> GrantPlace {
    GrantPlace(
      part: tree.part(of: grant, keys: keys), offering: try await offering(grant.offering))
  }

  private func offering(_ name: String?) async throws -> ScopePlace? {
    let type = RecordType.programOffering
    guard let code = name.flatMap({ keys[.offering].knownNumber(for: $0) }),
      let yearField = type.index(of: "year"), let idField = type.offeringField
    else { return nil }
    let found = try await session.records(
      of: type, where: [yearField, idField], are: [[Int32(year.number), code]])
    return found[0].first.map { ScopePlace(of: $0) }
  }
}

extension AccessScope.Part {
  /// Returns whether all of a grant's place lies in it. An organization that isn't there lies nowhere.
  func contains(_ place: GrantPlace) -> Bool {
    holdsOrganizations(of: place)
      && (program.map { $0 == place.part.program ?? place.offering?.program } ?? true)
      && (offering.map { $0 == place.part.offering } ?? true)
  }

  private func holdsOrganizations(of place: GrantPlace) -> Bool {
    guard let organizations else { return true }
    guard let others = place.part.organizations else {
      return place.offering.map { organizations.contains($0.organization) } ?? false
    }
    return !others.isEmpty && others.isSubset(of: organizations)
  }
}
