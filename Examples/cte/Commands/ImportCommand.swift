import ArgumentParser
import CTECore

struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Check a file and commit its accepted rows.")

  @OptionGroup var checked: CheckedFile
  @Option(help: "The tenant's name.")
  var tenant: String
  @Flag(help: "Write nothing; only say what would become of the file.")
  var dryRun = false
  @OptionGroup var options: StoreOptions
  @OptionGroup var day: DayOption

  func run() async throws {
    try await checked.run { audience in
      try await options.tenant(tenant, on: day.today).importFile(
        checked.file, format: checked.format, at: day.now, on: day.today, isDryRun: dryRun,
        reading: checked.reading.reading, findings: audience.sink, progress: audience.progress)
    }
  }
}
