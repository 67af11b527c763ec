import ArgumentParser
import CTECore

struct ValidateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Check a file offline, without a tenant.")

  @OptionGroup var checked: CheckedFile
  @Option(help: "A shipped pack's name or a pack's folder.")
  var pack: String
  @Option(help: "The fiscal year, by the calendar year in which it ends.")
  var year: Year
  @OptionGroup var options: StoreOptions
  @OptionGroup var day: DayOption

  func run() async throws {
    try await checked.run { audience in
      let pack = try RulePack.load(
        Packs.named(pack), year: year.value, on: day.today, from: Packs.library)
      return try Precheck(pack: pack, today: day.today).check(
        checked.file, format: checked.format, reading: checked.options.reading.reading,
        findings: audience.sink, progress: audience.progress)
    }
  }
}
