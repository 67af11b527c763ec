import ArgumentParser
import CTECore

struct ValidateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Check a file offline, without a tenant.")

  @Argument(help: "The file.")
  var file: String
  @Option(help: "A shipped pack's name or a pack's folder.")
  var pack: String
  @Option(help: "The fiscal year, by the calendar year in which it ends.")
  var year: Year
  @Option(help: "The format's name; left out, it is found by the file's titles.")
  var format: String?
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
      let pack = try RulePack.load(
        Packs.named(pack), year: year.value, on: day.today, from: Packs.library)
      return try Precheck(pack: pack, today: day.today).check(
        file, format: format, findings: sink)
    }
  }
}
