import ArgumentParser
import CTECore

struct SuggestionsListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the suggested credentials of which nothing is decided yet, the oldest first.",
    discussion: "What was decided comes again only if it is suggested in a later year.")

  @OptionGroup var tenant: TenantOptions
  @OptionGroup var sheet: SheetOptions

  func run() async throws {
    let tenant = try await tenant.open()
    let list = SuggestionList(try await telling { try await tenant.suggestions() })
    try sheet.write(json: list.json(), csv: list.csv(), text: list.text())
  }
}
