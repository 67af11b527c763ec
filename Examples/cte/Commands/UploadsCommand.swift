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

/// A submission as JSON, with its counts beside what else is known of it.
private struct SubmissionEntry: Encodable {
  let submission: Submission

  private enum Key: String, CodingKey {
    case submission, format, file, digest, pack, year, actor, moment
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(submission.number, forKey: .submission)
    try container.encode(submission.format, forKey: .format)
    try container.encode(submission.fileName, forKey: .file)
    try container.encode(submission.fileDigest, forKey: .digest)
    try container.encode(submission.pack, forKey: .pack)
    try container.encode(submission.year.number, forKey: .year)
    try container.encode(submission.actor, forKey: .actor)
    try container.encode(submission.moment.description, forKey: .moment)
    try submission.counts.encode(to: encoder)
  }
}
