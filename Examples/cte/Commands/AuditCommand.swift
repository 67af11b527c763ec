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

    func run() async throws {
      let events = try await telling { try await options.tenant(tenant).auditEvents() }
      if let broken = AuditEvent.firstBreak(in: events) {
        printError("error: event \(broken) doesn't follow from the one before; the log was changed")
        throw ExitCode(2)
      }
      print("The audit log is whole: \(events.count) events.")
    }
  }
}
