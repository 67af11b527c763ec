import ArgumentParser
import CTECore

/// How a file is checked: writes its error file, prints its report, and ends with the exit code that it deserves.
struct CheckOptions: ParsableArguments {
  @Option(help: "A file for all errors and warnings, ending in .csv, .json or .xlsx.")
  var errors: String?
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var output: OutputOption

  /// Who is told while the file is checked.
  struct Audience {
    let sink: (any FindingSink)?
    let progress: ((ImportProgress) -> Void)?
  }

  func validate() throws {
    if let errors, !ErrorFile.knowsForm(of: errors) {
      throw ValidationError(
        "'\(errors)' should end in .csv, .json or .xlsx, so that its form is known")
    }
  }

  /// Checks a file and prints its report.
  ///
  /// - Parameters:
  ///   - file: Where the file lies.
  ///   - format: The format by which it is read, as far as that is said.
  ///   - next: What to do next, after the report of a file as it stands.
  ///   - check: What checks it.
  func run(
    _ file: String, format: String? = nil, next: (ImportReport) -> String? = { _ in nil },
    _ check: (Audience) async throws -> ImportReport
  ) async throws {
    let clock = ContinuousClock()
    let start = clock.now
    let (report, errorFile) = try await telling {
      try await self.check(file, format: format, check)
    }
    print(output.form == .json ? try report.json() : report.text())
    // What became of the file is told even where the error file can't be written.
    let remark = try await telling { try errorFile?.close(report, at: errors ?? "") }
    if let remark { printError("note: \(remark)") }
    if output.form == .text, let advice = next(report) ?? (report.hasErrors ? advice : nil) {
      print("\n" + advice)
    }
    printError("elapsed: \((clock.now - start).inMilliseconds) ms")
    if report.hasErrors { throw ExitCode(1) }
  }

  private func check(
    _ file: String, format: String?, _ check: (Audience) async throws -> ImportReport
  ) async throws -> (ImportReport, ErrorFile?) {
    let line = ProgressLine.onTerminal()
    defer { line?.clear() }
    do {
      let errorFile = try errors.map { try ErrorFile(at: $0, about: file, reading.reading) }
      let audience = Audience(
        sink: errorFile?.sink, progress: line.map { line in { line.show($0) } })
      return (try await check(audience), errorFile)
    } catch let error as IntakeError {
      // A refused file still has a result that programs can read.
      if output.form == .json {
        print(try ImportReport.refused(format: format, because: error).json())
      }
      throw error
    }
  }

  private var advice: String {
    let all =
      errors.map { "All of them are in \($0)." }
      ?? "For all of them in a file, add --errors FILE.xlsx (or .csv, .json)."
    return
      "\(all) Correct the rows and upload the whole file again: what is there already stays as it is."
  }
}

extension Duration {
  fileprivate var inMilliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}
