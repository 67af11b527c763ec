import ArgumentParser
import CTECore

struct UploadsUndoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Undo what was done last to an upload: its withdrawal, or the undo of that.")

  @Argument(help: "The number of the submission, as in the list.")
  var id: Int
  @OptionGroup var change: ChangeOptions

  func run() async throws {
    let command = "uploads undo \(id)"
    try await change.run(command, undo: command) { tenant, asking in
      try await tenant.undo(
        withdrawalOf: id, isPlan: asking.isPlan, at: asking.moment, on: asking.day)
    }
  }
}
