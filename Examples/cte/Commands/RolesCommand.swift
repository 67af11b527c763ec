import ArgumentParser

struct RolesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roles", abstract: "Show, give and take back what people may do in a tenant.",
    subcommands: [RolesListCommand.self, RolesGiveCommand.self, RolesTakeBackCommand.self])
}
