import ArgumentParser
import CTECore

struct RolesListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the roles of a tenant's pack, and who has which.",
    discussion: "Who doesn't administer the tenant sees the roles that they have themselves.")

  @OptionGroup var tenant: TenantOptions
  @OptionGroup var output: OutputOption

  func run() async throws {
    let tenant = try await tenant.open()
    let grants = try await telling { try await tenant.grants() }
    let roles = [Role.administrator] + tenant.pack.roles
    try output.print(
      RolesEntry(roles: roles.map(RoleEntry.init), grants: grants)
    ) {
      let given =
        grants.isEmpty
        ? ["Nobody has a role; the local operator needs none."]
        : ["Who has which:"] + grants.map { "  \($0.words)" }
      return (["The roles:"] + roles.flatMap(\.lines) + given).joined(separator: "\n")
    }
  }
}

extension Role {
  fileprivate var lines: [String] {
    var limits: [String] = []
    if let formats { limits.append("for the formats \(formats.sorted().joined(separator: ", "))") }
    if let kinds = organizationKinds {
      limits.append("at organizations of the kind \(kinds.sorted().joined(separator: ", "))")
    }
    let allowed = permissions.sorted().map(\.rawValue).joined(separator: ", ")
    return [
      "  \(name)  \(label)", "    \(summary)",
      "    It allows \(([allowed] + limits).joined(separator: "; ")).",
    ]
  }
}

private struct RolesEntry: Encodable {
  let roles: [RoleEntry]
  let grants: [Grant]
}

private struct RoleEntry: Encodable {
  let role: String
  let label: String
  let summary: String
  let allows: [String]
  let formats: [String]?
  let organizations: [String]?

  init(_ role: Role) {
    self.role = role.name
    label = role.label
    summary = role.summary
    allows = role.permissions.sorted().map(\.rawValue)
    formats = role.formats?.sorted()
    organizations = role.organizationKinds?.sorted()
  }
}
