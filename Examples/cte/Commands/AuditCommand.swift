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
      let events = try await telling { try await options.tenant(tenant).auditEvents() }
      let broken = AuditEvent.firstBreak(in: events)
      try output.print(Verdict(events: events.count, firstBreak: broken)) {
        broken.map { "The audit log was changed: event \($0) doesn't follow from the one before." }
          ?? "The audit log is whole: \(events.count) events."
      }
      if broken != nil { throw ExitCode(2) }
    }
  }
}

private struct Verdict: Encodable {
  let events: Int
  let firstBreak: Int?
}
