import CTEModel
import CTEStore

/// Records that a person entered at once, as the audit log tells of them: how many, and the digest of all.
struct EntryTogether {
  private let verb: String
  private let changes: [RecordChange]

  init(_ verb: String, _ changes: [RecordChange]) {
    self.verb = verb
    self.changes = changes
  }

  func draft(by tenant: Tenant, at moment: Moment) throws -> AuditEvent.Draft {
    var digest = ChangeDigest()
    for change in changes { digest.add(change) }
    return AuditEvent.Draft(
      moment: moment, actor: tenant.actor.name,
      action: "\(verb) \(changes.first?.type.name ?? "")", pack: tenant.packVersion,
      details: try JSONText.line(
        Details(added: changes.count, changes: digest.value, year: tenant.pack.year.number)))
  }

  private struct Details: Encodable {
    let added: Int
    let changes: String
    let year: Int
  }
}
