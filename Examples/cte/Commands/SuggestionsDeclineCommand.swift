import ArgumentParser
import CTECore

struct SuggestionsDeclineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decline", abstract: "Decline a suggested credential, with a reason.")

  @OptionGroup var suggestion: SuggestionArgument
  @Option(help: "Why it is declined.")
  var reason: String
  @OptionGroup var tenant: TenantOptions
  @OptionGroup var day: DayOption
  @OptionGroup var output: OutputOption

  func run() async throws {
    try await output.save(tenant, on: day.today) { tenant in
      try await tenant.decline(suggestion.id, reason: reason, at: day.now, on: day.today)
    }
  }
}
