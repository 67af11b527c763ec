import ArgumentParser
import CTECore

struct RolesTakeBackCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "take-back", abstract: "Take a role back, as it was given.")

  @OptionGroup var grant: GrantArguments
  @OptionGroup var tenant: TenantOptions
  @OptionGroup var output: OutputOption

  func run() async throws {
    let (tenant, grant) = (try await tenant.open(), grant.value)
    try await telling { try await tenant.takeBack(grant, at: .now) }
    try output.print(grant) { "Taken back: \(grant.words)." }
  }
}
