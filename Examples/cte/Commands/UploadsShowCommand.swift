import ArgumentParser
import CTECore

struct UploadsShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show the receipt of an upload: the file, what became of it, and what was wrong.",
    discussion: "As text it has the first 20 findings; as JSON all that are kept.")

  @Argument(help: "The number of the submission, as in the list.")
  var id: Int
  @OptionGroup var tenant: TenantOptions
  @OptionGroup var output: OutputOption

  func run() async throws {
    let tenant = try await tenant.open()
    let (receipt, original) = try await telling {
      let (submission, findings) = try await tenant.submission(id)
      return (Receipt(of: submission, findings: findings), try await tenant.original(of: id))
    }
    let place = original.map { "\n\nThe file as it was sent: \($0)" } ?? ""
    try output.print(json: receipt.json(), text: receipt.text() + place)
  }
}
