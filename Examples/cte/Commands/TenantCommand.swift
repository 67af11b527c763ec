import ArgumentParser

struct TenantCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tenant", abstract: "Create, list, upgrade, back up, restore and delete tenants.",
    subcommands: [
      TenantCreateCommand.self, TenantListCommand.self, TenantUpgradeCommand.self,
      TenantBackupCommand.self,
      TenantRestoreCommand.self, TenantDeleteCommand.self,
    ])
}
