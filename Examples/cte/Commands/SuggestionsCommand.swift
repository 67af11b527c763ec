import ArgumentParser

struct SuggestionsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggestions",
    abstract: "Review the credentials that schools suggest for the list of a coming year.",
    subcommands: [
      SuggestionsListCommand.self, SuggestionsAcceptCommand.self, SuggestionsDeclineCommand.self,
      SuggestionsProposalsCommand.self,
    ])
}
