import ArgumentParser
import CTECore

/// Runs a check of a file, writes its error file, prints its report, and ends with the exit code that it deserves.
struct CheckedFile {
  let path: String
  let format: String?
  let errors: String?
  let output: OutputOption.Form

  /// Refuses an error file whose form isn't known, as wrong usage.
  static func validate(errors: String?) throws {
    if let errors, !FindingsFile.knowsForm(of: errors) {
      throw ValidationError("'\(errors)' should end in .csv or .json, so that its form is known")
    }
  }

  func run(_ check: ((any FindingSink)?) async throws -> ImportReport) async throws {
    let clock = ContinuousClock()
    let start = clock.now
    let report = try await telling {
      let file = try errors.map { try FindingsFile(at: $0, about: path) }
      do {
        let report = try await check(file)
        try file?.close()
        return report
      } catch let error as IntakeError {
        // A refused file still has a result that programs can read.
        if output == .json {
          print(try ImportReport.refused(format: format, because: error).json())
        }
        throw error
      }
    }
    print(output == .json ? try report.json() : report.text())
    if output == .text, report.hasErrors { print("\n" + advice) }
    printError("elapsed: \((clock.now - start).inMilliseconds) ms")
    if report.hasErrors { throw ExitCode(1) }
  }

  private var advice: String {
    let all =
      errors.map { "All of them are in \($0)." }
      ?? "For all of them in a file, add --errors FILE.csv."
    return
      "\(all) Correct the rows and upload the whole file again: what is there already stays as it is."
  }
}

extension Duration {
  fileprivate var inMilliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}
