import ArgumentParser
import CTECore

struct ProgramsGroupsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "groups",
    abstract: "Show how the students of a program at a school can be grouped.")

  @Argument(help: "The number of the program at the school, as in the list.")
  var offering: String
  @OptionGroup var tenant: TenantOptions
  @OptionGroup var output: OutputOption

  func run() async throws {
    let tenant = try await tenant.open()
    let groupings = try await telling { try await tenant.groupings(of: offering) }
    try output.print(json: groupings.json(), text: groupings.text())
  }
}
