import ArgumentParser
import CTECore

struct SuggestionsAcceptCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Accept a suggested credential, to propose it for the list of a coming year.",
    discussion: "'cte suggestions proposals' prints what was accepted as rows of that list.")

  @OptionGroup var suggestion: SuggestionArgument
  @Option(help: "The year of the list, which comes after the tenant's.")
  var year: Year
  @Option(help: "The code that it gets in the list.")
  var code: String
  @Option(help: "The category that it gets.")
  var category: String
  @Option(help: "The title that it gets (else that of the suggestion).")
  var title: String?
  @OptionGroup var tenant: TenantOptions
  @OptionGroup var day: DayOption
  @OptionGroup var output: OutputOption

  func run() async throws {
    try await output.save(tenant, on: day.today) { tenant in
      try await tenant.accept(
        suggestion.id, into: year.value, code: code, category: category, title: title,
        at: day.now, on: day.today)
    }
  }
}

/// The suggestion of which a command speaks.
struct SuggestionArgument: ParsableArguments {
  @Argument(
    help: "The suggestion, as in the list.", transform: { try Credentials.recordID($0) })
  var id: RecordID
}
