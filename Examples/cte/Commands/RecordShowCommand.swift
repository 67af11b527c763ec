import ArgumentParser
import CTECore

struct RecordShowCommand<Kind: RecordKind>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show", abstract: "Show a \(Kind.singular) and what it was before.")
  }

  @Argument(
    help: "The \(Kind.singular)'s id, as in the list.", transform: { try Kind.recordID($0) })
  var id: RecordID
  @OptionGroup var tenant: TenantOptions
  @OptionGroup var output: OutputOption

  func run() async throws {
    let tenant = try await tenant.open()
    let versions = try await telling { try await tenant.history(of: id, of: Kind.type) }
    let sheet = RecordSheet(versions, of: Kind.type, in: tenant.pack)
    try output.print(json: sheet.json(), text: sheet.text())
  }
}
