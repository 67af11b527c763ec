import ArgumentParser
import CTECore

struct RolesGiveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "give", abstract: "Give somebody a role, for all of a tenant or a part of it.",
    discussion: "They then make calls with --as and their name. 'cte roles list' shows the roles.")

  @OptionGroup var grant: GrantArguments
  @OptionGroup var tenant: TenantOptions
  @OptionGroup var output: OutputOption

  func run() async throws {
    let (tenant, grant) = (try await tenant.open(), grant.value)
    try await telling { try await tenant.give(grant, at: .now) }
    try output.print(grant) { "Given: \(grant.words)." }
  }
}
