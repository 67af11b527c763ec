package import CTEModel
package import CTEStore

/// What a tenant of a test is told of itself, and what its sessions commit.
package enum Sample {
  package static let settings = TenantSettings(pack: "lakeland", year: FiscalYear(2022))
  package static let clerk = Actor("sample clerk")
  package static let moment = Moment(seconds: 1_650_000_000)
  /// When the sample's previews expire.
  package static let expiry = Moment(seconds: 1_651_209_600)
  package static let fileDigest = String(repeating: "a", count: 64)

  /// Returns the tenant of a name that a tenant can have.
  package static func id(_ name: String) -> TenantID {
    guard let id = TenantID(name) else { preconditionFailure("no tenant can be named '\(name)'") }
    return id
  }

  /// Returns a submission of the file that every sample session commits.
  package static func submission(_ number: Int, failures: [RuleCount] = []) -> Submission {
    Submission(
      number: number, format: "sample", fileName: "sample.csv", fileDigest: fileDigest,
      pack: "lakeland 1.0.0", year: settings.year, actor: clerk.name, moment: moment,
      counts: RowCounts(), failures: failures)
  }

  /// Returns the event of a submission.
  package static func event(_ number: Int) -> AuditEvent.Draft {
    AuditEvent.Draft(
      moment: moment, actor: clerk.name, action: "import sample", pack: "lakeland 1.0.0",
      submission: number, details: "{}")
  }

  /// An event in which a person changes single records.
  package static let entry = AuditEvent.Draft(
    moment: moment, actor: clerk.name, action: "modify sample", pack: "lakeland 1.0.0",
    details: "{}")
}
