import ArgumentParser
import CTECore

struct AuditListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the events of the audit log.")

  @OptionGroup var tenant: TenantOptions
  @OptionGroup var output: OutputOption

  func run() async throws {
    let tenant = try await tenant.open()
    let events = try await telling { try await tenant.auditEvents() }
    try output.print(try events.map(EventEntry.init)) {
      events.map(\.line).joined(separator: "\n")
    }
  }
}

extension AuditEvent {
  fileprivate var line: String {
    let submission = draft.submission.map { " (submission \($0))" } ?? ""
    return
      "\(number)  \(draft.moment)  \(draft.actor): \(draft.action)\(submission)  \(draft.details)"
      .printable
  }
}

/// An event as JSON.
private struct EventEntry: Encodable {
  let event: Int
  let moment: String
  let actor: String
  let action: String
  let pack: String
  let submission: Int?
  let details: JSONValue
  let digest: String

  init(_ event: AuditEvent) throws {
    self.event = event.number
    moment = event.draft.moment.description
    actor = event.draft.actor
    action = event.draft.action
    pack = event.draft.pack
    submission = event.draft.submission
    details = try JSONValue(text: event.draft.details)
    digest = event.digest
  }
}
