import ArgumentParser

struct UploadsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uploads",
    abstract: "Show what was uploaded, commit previews, and take uploads back.",
    subcommands: [
      UploadsListCommand.self, UploadsShowCommand.self, UploadsCommitCommand.self,
      UploadsWithdrawCommand.self,
      UploadsUndoCommand.self,
    ])
}
