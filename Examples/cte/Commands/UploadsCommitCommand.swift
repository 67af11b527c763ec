import ArgumentParser
import CTECore

struct UploadsCommitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "commit",
    abstract: "Import the valid rows of a preview, as it stands to the records of this moment.",
    discussion: "'cte uploads show' lists its rows before; 'cte uploads withdraw' takes them back.")

  @Argument(help: "The number of the submission, as in the list.")
  var id: Int
  @OptionGroup var tenant: TenantOptions
  @OptionGroup var options: CheckOptions
  @OptionGroup var day: DayOption

  func run() async throws {
    let tenant = try await tenant.open(on: day.today)
    let original = try await telling { try await tenant.original(of: id) }
    try await options.run(original ?? "") { audience in
      try await tenant.commit(
        preview: id, at: day.now, on: day.today, reading: options.reading.reading,
        findings: audience.sink, progress: audience.progress)
    }
  }
}
