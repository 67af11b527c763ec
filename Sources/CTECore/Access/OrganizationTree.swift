import CTEModel
import CTERulePack
import CTEStore

/// Which organization lies beneath which.
struct OrganizationTree {
  private let children: [Int32: [Int32]]

  /// Creates a tree from the parent of each organization.
  init(parents: [Int32: Int32]) {
    children = Dictionary(grouping: parents.keys) { parents[$0] ?? missingCode }
  }

  /// Reads the tree of a tenant.
  init(_ session: any ReadSession, keys: KeyTables) async throws {
    var keys = keys
    let (id, parent) = (0, RecordType.organization.index(of: "parent") ?? 0)
    let request = ReferenceRequest(
      lookup: "tree", type: .organization, fields: [id, parent], year: nil, studentField: nil)
    let data = try await session.reference(for: [request], students: nil, keys: &keys)
    let columns = data.tables["tree"]?.columns
    self.init(
      parents: Dictionary(
        zip(columns?[id] ?? [], columns?[parent] ?? []), uniquingKeysWith: { $1 }))
  }

  /// Returns an organization with all that lie beneath it.
  func branch(of organization: Int32) -> Set<Int32> {
    var branch: Set<Int32> = [organization]
    var next = [organization]
    while let parent = next.popLast() {
      // One that lies beneath itself is met only once.
      for child in children[parent] ?? [] where branch.insert(child).inserted { next.append(child) }
    }
    return branch
  }

  /// A number that no identifier has.
  private static let nothing: Int32 = -1

  /// Returns the part of the tenant to which a grant is limited; one that names what isn't there holds nothing.
  func part(of grant: Grant, keys: KeyTables) -> AccessScope.Part {
    AccessScope.Part(
      organizations: grant.organization.map { name in
        keys[.organization].knownNumber(for: name).map { branch(of: $0) } ?? []
      },
      program: grant.program.map { keys[.program].knownNumber(for: $0) ?? Self.nothing },
      offering: grant.offering.map { keys[.offering].knownNumber(for: $0) ?? Self.nothing })
  }
}
