import ArgumentParser
import CTECore

struct UploadsWithdrawCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Take the records of an upload out again, but for those saved by a person since.",
    discussion:
      "The upload stays in the list with its receipt, and 'cte uploads undo' puts its records back."
  )

  @Argument(help: "The number of the submission, as in the list.")
  var id: Int
  @OptionGroup var change: ChangeOptions

  func run() async throws {
    try await change.run(
      "uploads withdraw \(id)", undo: "uploads undo \(id)"
    ) { tenant, asking in
      try await tenant.withdraw(
        submission: id, isPlan: asking.isPlan, at: asking.moment, on: asking.day)
    }
  }
}
