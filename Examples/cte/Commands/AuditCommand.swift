import ArgumentParser
import CTECore

struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "List and verify the audit log.",
    subcommands: [AuditListCommand.self, Verify.self])

  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Verify that no event of a tenant's log and no original was changed or taken out.")

    @Option(help: "The tenant's name.")
    var tenant: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var output: OutputOption

    func run() async throws {
      let verdict = try await telling { try await options.tenant(tenant).verifyAudit() }
      try output.print(VerdictEntry(verdict)) { verdict.words }
      if case .whole = verdict { return }
      throw ExitCode(2)
    }
  }
}

extension AuditVerdict {
  fileprivate var words: String {
    switch self {
    case .whole(let events): "The audit log is whole: \(events) events."
    case .broken(let event):
      "The audit log was changed: event \(event) doesn't follow from the one before."
    case .missing(let submission):
      "The audit log was cut off: submission \(submission) has no event."
    case .cutOff(let event):
      "The audit log was cut off: event \(event) changed records, and the log ends before it."
    case .damaged(let original):
      "The original of submission \(original.submission) "
        + (original.isMissing ? "is missing." : "isn't the file that was sent.")
    }
  }
}

private struct VerdictEntry: Encodable {
  var events: Int?
  var brokenEvent: Int?
  var submissionWithoutEvent: Int?
  var eventBeyondTheEnd: Int?
  var submissionWithDamagedOriginal: Int?

  init(_ verdict: AuditVerdict) {
    switch verdict {
    case .whole(let events): self.events = events
    case .broken(let event): brokenEvent = event
    case .missing(let submission): submissionWithoutEvent = submission
    case .cutOff(let event): eventBeyondTheEnd = event
    case .damaged(let original): submissionWithDamagedOriginal = original.submission
    }
  }
}
