import ArgumentParser
import CTECore

struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Check a file and commit its accepted rows.",
    discussion:
      "A file of a format that asks for a preview is only kept: 'cte uploads show' lists its rows, and 'cte uploads commit' imports them."
  )

  @OptionGroup var checked: CheckedFile
  @Option(help: "The tenant's name.")
  var tenant: String
  @Flag(help: "Write nothing; only say what would become of the file.")
  var dryRun = false
  @OptionGroup var options: StoreOptions
  @OptionGroup var day: DayOption

  func run() async throws {
    try await checked.run(next: next) { audience in
      try await options.tenant(tenant, on: day.today).importFile(
        checked.file, format: checked.format, at: day.now, on: day.today, isDryRun: dryRun,
        reading: checked.options.reading.reading, findings: audience.sink,
        progress: audience.progress)
    }
  }

  /// How to go on with a preview.
  private func next(_ report: ImportReport) -> String? {
    guard report.state == .preview, let number = report.submission else { return nil }
    let typed = { (verb: String) in options.typed("uploads \(verb) \(number) --tenant \(tenant)") }
    guard report.counts.accepted + report.counts.updated > 0 else {
      return """
        See every row:   \(typed("show"))
        No row can be imported: correct the file and import it again.
        """
    }
    return """
      See every row:           \(typed("show"))
      Import the valid rows:   \(typed("commit"))
      Or correct the file and import it again.
      """
  }
}
