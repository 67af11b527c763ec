import ArgumentParser
import CTECore

struct RecordChoicesCommand<Kind: RecordKind>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "choices",
      abstract: "Show what can be chosen for a \(Kind.singular) as far as it is filled in.",
      discussion: """
        Each menu waits for the fields on which it depends. What is wrong with the values so far is told beneath.
        """)
  }

  @OptionGroup var tenant: TenantOptions
  @OptionGroup var entry: EntryOptions
  @OptionGroup var day: DayOption
  @OptionGroup var output: OutputOption

  func run() async throws {
    let tenant = try await tenant.open(on: day.today)
    let draft = RecordDraft(Kind.type, try entry.values)
    let choices = try await telling { try await tenant.choices(for: draft, on: day.today) }
    try output.print(json: choices.json(), text: choices.text())
    if choices.findings.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
  }
}
