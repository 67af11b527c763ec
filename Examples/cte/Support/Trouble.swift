import ArgumentParser
import CEL
import CTECore
import Foundation

/// Prints what is wrong to standard error and ends with exit code 2, for an unusable pack, file or store.
func telling<Result>(_ body: () async throws -> Result) async throws -> Result {
  do {
    return try await body()
  } catch let error as any UsableDescription {
    printError("error: \(error)")
    throw ExitCode(2)
  } catch let error where !(error is ExitCode || error is ValidationError || error is CleanExit) {
    // What the system says of files names their paths, never what is in them.
    printError("error: \(error.localizedDescription)")
    throw ExitCode(2)
  }
}

/// The errors whose descriptions are sentences for the person at the console.
private protocol UsableDescription: Error {}
extension AccessError: UsableDescription {}
extension ChangeError: UsableDescription {}
extension IntakeError: UsableDescription {}
extension SourceIssues: UsableDescription {}
extension EvaluationError: UsableDescription {}
extension JSONFileError: UsableDescription {}
extension RuleError: UsableDescription {}
extension PackIssues: UsableDescription {}
extension PackWritingError: UsableDescription {}
extension StoreError: UsableDescription {}
extension RenderingError: UsableDescription {}

func printError(_ text: String) {
  // What was printed comes first also where both go into one file.
  fflush(nil)
  FileHandle.standardError.write(Data((text + "\n").utf8))
}
