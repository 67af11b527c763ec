import ArgumentParser
import CTECore

struct UndoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract:
      "Undo an event of the audit log: an entry by hand, a deletion, a withdrawal, an undo.",
    discussion: """
      Records are as they were before the event, but for those that were changed since. Every command that changes records \
      names its event; 'cte audit list' shows all. An import is undone by withdrawing its upload.
      """)

  @Argument(help: "The number of the event.")
  var event: Int
  @OptionGroup var change: ChangeOptions

  func run() async throws {
    try await change.run("undo \(event)") { tenant, asking in
      try await tenant.undo(event: event, isPlan: asking.isPlan, at: asking.moment, on: asking.day)
    }
  }
}
