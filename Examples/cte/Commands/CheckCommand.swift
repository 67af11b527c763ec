import ArgumentParser

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check whether all that a year asks for is there.",
    subcommands: [CheckCompletenessCommand.self])
}
