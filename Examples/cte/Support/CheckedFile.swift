import ArgumentParser
import CTECore

/// A file that is checked.
struct CheckedFile: ParsableArguments {
  @Argument(help: "The file.")
  var file: String
  @Option(help: "The format's name; left out, it is found by the file's titles.")
  var format: String?
  @OptionGroup var options: CheckOptions

  func run(
    next: (ImportReport) -> String? = { _ in nil },
    _ check: (CheckOptions.Audience) async throws -> ImportReport
  ) async throws {
    try await options.run(file, format: format, next: next, check)
  }
}
