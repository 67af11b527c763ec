import ArgumentParser

struct CredentialsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Credentials.plural,
    abstract: "List, add, modify and delete credentials one by one, and export them.",
    subcommands: [
      RecordListCommand<Credentials>.self, RecordShowCommand<Credentials>.self,
      RecordChoicesCommand<Credentials>.self, RecordAddCommand<Credentials>.self,
      RecordModifyCommand<Credentials>.self, RecordDeleteCommand<Credentials>.self,
      CredentialsExportCommand.self,
    ])
}
