import ArgumentParser
import CTECore

struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Check a file and commit its accepted rows.")

  @Argument(help: "The file.")
  var file: String
  @Option(help: "The tenant's name.")
  var tenant: String
  @Option(help: "The format's name; left out, it is found by the file's titles.")
  var format: String?
  @Flag(help: "Write nothing; only say what would become of the file.")
  var dryRun = false
  @Option(help: "A file for all errors and warnings, ending in .csv or .json.")
  var errors: String?
  @OptionGroup var options: StoreOptions
  @OptionGroup var day: DayOption
  @OptionGroup var output: OutputOption

  func validate() throws {
    try CheckedFile.validate(errors: errors)
  }

  func run() async throws {
    try await CheckedFile(path: file, format: format, errors: errors, output: output.form).run {
      sink in
      try await options.tenant(tenant, on: day.today).importFile(
        file, format: format, at: day.now, on: day.today, isDryRun: dryRun, findings: sink)
    }
  }
}
