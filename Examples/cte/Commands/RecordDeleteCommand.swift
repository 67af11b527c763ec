import ArgumentParser
import CTECore

struct RecordDeleteCommand<Kind: RecordKind>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "delete", abstract: "Delete \(Kind.plural), with all that rests on them.",
      discussion: "The plan says what would go along. A deletion is undone with 'cte undo'.")
  }

  @Argument(
    help: "The ids of the \(Kind.plural), as in the list.", transform: { try Kind.recordID($0) })
  var ids: [RecordID]
  @OptionGroup var change: ChangeOptions

  func run() async throws {
    let names = ids.map(\.description).joined(separator: " ")
    try await change.run("\(Kind.plural) delete \(names)") { tenant, asking in
      try await tenant.delete(
        ids, of: Kind.type, isPlan: asking.isPlan, at: asking.moment, on: asking.day)
    }
  }
}
