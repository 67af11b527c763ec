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
    @OptionGroup var output: OutputOption

    func run() async throws {
      let submissions = try await telling { try await options.tenant(tenant).submissions() }
      try output.print(submissions.map(SubmissionEntry.init)) {
        submissions.isEmpty
          ? "Nothing was uploaded yet." : submissions.map(\.line).joined(separator: "\n")
      }
    }
  }
}

extension Submission {
  fileprivate var line: String {
    """
    \(number)  \(moment)  \(format)  \(fileName)  by \(actor): \(counts.read) read, \
    \(counts.accepted) accepted, \(counts.updated) updated, \(counts.unchanged) unchanged, \
    \(counts.rejected) rejected
    """
  }
}

private struct SubmissionEntry: Encodable {
  let submission: Int
  let format: String
  let file: String
  let digest: String
  let pack: String
  let year: Int
  let actor: String
  let moment: String
  let read: Int
  let accepted: Int
  let unchanged: Int
  let updated: Int
  let rejected: Int

  init(_ submission: Submission) {
    self.submission = submission.number
    format = submission.format
    file = submission.fileName
    digest = submission.fileDigest
    pack = submission.pack
    year = submission.year.number
    actor = submission.actor
    moment = submission.moment.description
    read = submission.counts.read
    accepted = submission.counts.accepted
    unchanged = submission.counts.unchanged
    updated = submission.counts.updated
    rejected = submission.counts.rejected
  }
}
