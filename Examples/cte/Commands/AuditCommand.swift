import ArgumentParser
import CTECore

struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Verify the audit log.", subcommands: [Verify.self])

  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Verify that no event of a tenant's log was changed or taken out.")

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
    }
  }
}

private struct VerdictEntry: Encodable {
  var events: Int?
  var brokenEvent: Int?
  var submissionWithoutEvent: Int?

  init(_ verdict: AuditVerdict) {
    switch verdict {
    case .whole(let events): self.events = events
    case .broken(let event): brokenEvent = event
    case .missing(let submission): submissionWithoutEvent = submission
    }
  }
}
