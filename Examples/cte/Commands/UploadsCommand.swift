import ArgumentParser

struct UploadsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uploads", abstract: "Show what was uploaded, and take it back.",
    subcommands: [
      UploadsListCommand.self, UploadsShowCommand.self, UploadsWithdrawCommand.self,
      UploadsUndoCommand.self,
    ])
}
