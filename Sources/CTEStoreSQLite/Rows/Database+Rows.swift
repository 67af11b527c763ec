import CTEModel
import CTEStore
import GRDB

extension Database {
  func insert(_ submission: Submission) throws {
    let counts = submission.counts
    try execute(
      sql: "INSERT INTO submission VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        submission.number, submission.format, submission.fileName, submission.fileDigest,
        submission.pack, submission.year.number, submission.actor, submission.moment.seconds,
        counts.read, counts.accepted, counts.unchanged, counts.updated, counts.rejected,
      ])
  }

  func insert(_ finding: Finding, submission: Int, number: Int) throws {
    let statement = try cachedStatement(
      sql: "INSERT INTO finding VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    try statement.execute(arguments: [
      submission, number, finding.row, finding.columnIndex, finding.column, finding.rule.name,
      finding.severity.rawValue, finding.value, finding.expected, finding.message, finding.help,
    ])
  }

  /// Appends an event to the log, chained to the last.
  func append(_ draft: AuditEvent.Draft) throws {
    let last = try Row.fetchOne(self, sql: "SELECT * FROM auditEvent ORDER BY number DESC LIMIT 1")
    let event = AuditEvent(draft, after: last.map(AuditEvent.init))
    try execute(
      sql: "INSERT INTO auditEvent VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        event.number, draft.moment.seconds, draft.actor, draft.action, draft.pack,
        draft.submission, draft.details,
        event.previousDigest, event.digest,
      ])
  }
}

extension Submission {
  init(_ row: Row) {
    var counts = RowCounts()
    counts.read = row["read"]
    counts.accepted = row["accepted"]
    counts.unchanged = row["unchanged"]
    counts.updated = row["updated"]
    counts.rejected = row["rejected"]
    self.init(
      number: row["number"], format: row["format"], fileName: row["fileName"],
      fileDigest: row["fileDigest"], pack: row["pack"], year: FiscalYear(row["year"]),
      actor: row["actor"], moment: Moment(seconds: row["seconds"]), counts: counts)
  }
}

extension AuditEvent {
  init(_ row: Row) {
    self.init(
      number: row["number"],
      draft: Draft(
        moment: Moment(seconds: row["seconds"]), actor: row["actor"], action: row["action"],
        pack: row["pack"], submission: row["submission"], details: row["details"]),
      previousDigest: row["previousDigest"], digest: row["digest"])
  }
}
