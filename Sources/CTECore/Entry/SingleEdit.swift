import CTEModel
import CTEStore

/// An edit of one record by hand, as the audit log tells of it: what fields changed, and digests of both versions.
///
/// The versions themselves are in the record's history.
struct SingleEdit {
  private let verb: String
  private let before: StoredRecord?
  private let after: StoredRecord?

  init(_ verb: String, _ changes: [RecordChange]) {
    self.verb = verb
    before = changes.first?.before
    after = changes.last?.after
  }

  func draft(by tenant: Tenant, at moment: Moment) throws -> AuditEvent.Draft {
    let type = (after ?? before)?.type
    return AuditEvent.Draft(
      moment: moment, actor: tenant.actor.name, action: "\(verb) \(type?.name ?? "")",
      pack: tenant.packVersion, details: try JSONText.line(details(year: tenant.pack.year)))
  }

  private struct Details: Encodable {
    let record: String
    let before: String?
    let after: String?
    let fields: [String]
    let year: Int
  }

  private func details(year: FiscalYear) -> Details {
    Details(
      record: (after ?? before)?.id.description ?? "", before: before.map(Self.digest),
      after: after.map(Self.digest), fields: fields, year: year.number)
  }

  private static func digest(of record: StoredRecord) -> String {
    var digest = ChangeDigest()
    digest.add(record)
    return digest.value
  }

  /// The names of the fields whose values differ.
  private var fields: [String] {
    let type = (after ?? before)?.type
    return (type?.fields ?? []).enumerated().filter { place, field in
      !field.isTransient
        && (before?.values[place] ?? .missing(field.kind))
          != (after?.values[place] ?? .missing(field.kind))
    }.map(\.element.name)
  }
}
