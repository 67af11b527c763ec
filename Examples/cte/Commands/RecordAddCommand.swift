import ArgumentParser
import CTECore

struct RecordAddCommand<Kind: RecordKind>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "add", abstract: "Add a \(Kind.singular) by hand.",
      discussion: """
        It is checked by the same rules as uploads, and saved if no error stands against it. \(Kind.entryWords) Identifiers are \
        written as in files, days as yyyy-mm-dd, yes and no as true and false; 'cte \(Kind.plural) choices' shows what can \
        be chosen.
        """)
  }

  @OptionGroup var tenant: TenantOptions
  @OptionGroup var entry: EntryOptions
  @OptionGroup var day: DayOption
  @OptionGroup var output: OutputOption

  func run() async throws {
    let draft = RecordDraft(Kind.type, try entry.values)
    try await output.save(tenant, on: day.today) { tenant in
      try await tenant.add(draft, at: day.now, on: day.today)
    }
  }
}

extension OutputOption {
  /// Saves a record, prints what became of it, and ends with 1 where an error kept it from being saved.
  func save(
    _ options: TenantOptions, on day: CalendarDay,
    _ body: (Tenant) async throws -> EntryReport
  ) async throws {
    let tenant = try await options.open(on: day)
    let report = try await telling { try await body(tenant) }
    let undo = report.event.map { "\nTo undo it: \(options.typed("undo \($0)"))" } ?? ""
    try print(json: report.json(), text: report.text() + undo)
    if report.hasErrors { throw ExitCode(1) }
  }
}
