import ArgumentParser
import CTECore

struct UploadsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uploads", abstract: "Show what was uploaded.", subcommands: [List.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the submissions of a tenant.")

    @Option(help: "The tenant's name.")
    var tenant: String
    @OptionGroup var options: StoreOptions

    func run() async throws {
      let submissions = try await telling { try await options.tenant(tenant).submissions() }
      if submissions.isEmpty { print("Nothing was uploaded yet.") }
      for submission in submissions { print(submission.line) }
    }
  }
}

extension Submission {
  fileprivate var line: String {
    """
    \(number)  \(moment)  \(format)  \(fileName)  by \(actor): \(counts.read) read, \(counts.accepted) accepted, \
    \(counts.updated) updated, \(counts.unchanged) unchanged, \(counts.rejected) rejected
    """
  }
}
