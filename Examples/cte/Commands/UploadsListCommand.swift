import ArgumentParser
import CTECore

struct UploadsListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the uploads, those that were withdrawn too.")

  @OptionGroup var tenant: TenantOptions
  @OptionGroup var output: OutputOption

  func run() async throws {
    let tenant = try await tenant.open()
    let submissions = try await telling { try await tenant.submissions() }
    let lines = submissions.map(\.line).joined(separator: "\n")
    try output.print(
      json: submissions.json(), text: lines.isEmpty ? "Nothing was uploaded yet." : lines)
  }
}
