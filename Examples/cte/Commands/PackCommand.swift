import ArgumentParser

struct PackCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "Check, explain and begin rule packs.",
    subcommands: [
      PackNewCommand.self, PackCheckCommand.self, PackExplainCommand.self, PackSchemaCommand.self,
    ])
}
