import ArgumentParser
import CTECore

struct TenantDeleteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Delete a tenant and all that it holds, for good.",
    discussion:
      "Nothing is deleted unless the name is given twice: cte tenant delete NAME --confirm NAME.")

  @Argument(help: "The tenant's name.")
  var name: String
  @Option(help: "The tenant's name again.")
  var confirm: String?
  @OptionGroup var options: StoreOptions
  @OptionGroup var output: OutputOption

  func run() async throws {
    let id = try options.tenantID(name)
    try await telling { try await options.requireAdministrator(of: id, to: "delete the tenant") }
    guard confirm == name else { throw ValidationError(try await warning(about: id)) }
    try await telling { try await options.store.delete(id) }
    try output.print(["deleted": id.name]) { "Tenant '\(id)' is deleted." }
  }

  private func warning(about id: TenantID) async throws -> String {
    let count = try await telling {
      try await options.store.scoped(to: id).submissions().count
    }
    return """
      nothing was deleted; tenant '\(id)' has \(count) uploads, which would be gone for good with all their records; \
      add --confirm \(id) to delete them
      """
  }
}
