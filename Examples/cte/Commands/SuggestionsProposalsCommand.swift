import ArgumentParser
import CTECore

struct SuggestionsProposalsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "proposals",
    abstract: "Print the accepted suggestions as rows of the credential list of a year (CSV).")

  @Option(help: "The year of the list.")
  var year: Year
  @OptionGroup var tenant: TenantOptions
  @OptionGroup var file: SheetFileOptions

  func run() async throws {
    let tenant = try await tenant.open()
    try file.write(try await telling { try await tenant.proposals(for: year.value) })
  }
}
