import ArgumentParser
import CTECore

struct ProgramsCredentialsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "credentials",
    abstract: "Show which credentials are listed for a program at a school, by category.")

  @Argument(help: "The number of the program at the school, as in the list.")
  var offering: String
  @OptionGroup var tenant: TenantOptions
  @OptionGroup var output: OutputOption

  func run() async throws {
    let tenant = try await tenant.open()
    let menu = try await telling { try await tenant.credentials(for: offering) }
    try output.print(json: menu.json(), text: menu.text())
  }
}
