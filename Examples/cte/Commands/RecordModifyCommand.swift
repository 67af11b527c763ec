import ArgumentParser
import CTECore

struct RecordModifyCommand<Kind: RecordKind>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "modify", abstract: "Give a \(Kind.singular) other values by hand.",
      discussion: """
        It is checked by the same rules as uploads, and saved if no error stands against it; what it was before is kept. \
        A value is taken away with --set FIELD= and nothing after it. \(Kind.entryWords)

        A \(Kind.singular) that a person has saved stays when the upload that brought it is withdrawn. Without --set it is \
        saved as it is, so that it stays.
        """)
  }

  @Argument(
    help: "The \(Kind.singular)'s id, as in the list.", transform: { try Kind.recordID($0) })
  var id: RecordID
  @OptionGroup var tenant: TenantOptions
  @OptionGroup var entry: EntryOptions
  @OptionGroup var day: DayOption
  @OptionGroup var output: OutputOption

  func run() async throws {
    let values = try entry.values
    try await output.save(tenant, on: day.today) { tenant in
      try await tenant.modify(id, of: Kind.type, values, at: day.now, on: day.today)
    }
  }
}
