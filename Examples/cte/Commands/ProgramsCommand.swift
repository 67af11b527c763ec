import ArgumentParser

struct ProgramsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "programs",
    abstract: "Show the programs at schools and their students, and give credentials in them.",
    subcommands: [
      ProgramsListCommand.self, ProgramsGroupsCommand.self, ProgramsStudentsCommand.self,
      ProgramsCredentialsCommand.self, ProgramsGiveCommand.self, ProgramsNoCredentialsCommand.self,
    ])
}
