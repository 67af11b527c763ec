import CTEModel
import CTEStore
import GRDB

// Submissions with their findings.
extension Database {
  /// Keeps a submission with the event that is next.
  func insert(_ submission: Submission) throws {
    let counts = submission.counts
    try execute(
      sql: """
        INSERT INTO submission(
          number, format, fileName, fileDigest, pack, year, actor, seconds, "read", accepted,
          unchanged, updated, rejected, event, isJournaled, expires, packDigest)
        VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)
        """,
      arguments: [
        submission.number, submission.format, submission.fileName, submission.fileDigest,
        submission.pack, submission.year.number, submission.actor, submission.moment.seconds,
        counts.read, counts.accepted, counts.unchanged, counts.updated, counts.rejected,
        try nextEvent(), submission.expires?.seconds, submission.packDigest,
      ])
    for (number, failure) in zip(1..., submission.failures) {
      try execute(
        sql: "INSERT INTO ruleCount VALUES(?, ?, ?, ?, ?)",
        arguments: [
          submission.number, number, failure.rule.name, failure.severity.rawValue, failure.count,
        ])
    }
    for type in RecordType.all {
      try JournalRows.forgetOwn(
        of: submission.number, event: try nextEvent(), about: type, in: self)
    }
  }

  /// The number that the next submission will have; the audit log tells of numbers whose previews were forgotten.
  func nextSubmission() throws -> Int {
    let last = try Int.fetchOne(
      self,
      sql: """
        SELECT max(
          (SELECT coalesce(max(number), 0) FROM submission),
          (SELECT coalesce(max(submission), 0) FROM auditEvent))
        """)
    return (last ?? 0) + 1
  }

  /// Forgets a preview with its findings.
  func forgetPreview(_ submission: Int) throws {
    try execute(
      sql: "DELETE FROM submission WHERE number = ? AND expires IS NOT NULL",
      arguments: [submission])
    guard changesCount == 1 else {
      throw StoreError(.unusable, "there is no preview \(submission)")
    }
    for table in ["ruleCount", "finding"] {
      try execute(sql: "DELETE FROM \(table) WHERE submission = ?", arguments: [submission])
    }
  }

  /// Says in which event a submission was withdrawn; nil once it is put back.
  func mark(_ submission: Int, withdrawnIn event: Int?) throws {
    try execute(
      sql: "UPDATE submission SET withdrawnIn = ? WHERE number = ? AND expires IS NULL",
      arguments: [event, submission])
    guard changesCount == 1 else {
      throw StoreError(.unusable, "there is no submission \(submission) that is no preview")
    }
  }

  /// Returns the submissions of which a condition holds, in their order.
  func submissions(
    where condition: String = "true", _ arguments: StatementArguments = []
  ) throws -> [Submission] {
    try Row.fetchAll(
      self, sql: "SELECT * FROM submission WHERE \(condition) ORDER BY number",
      arguments: arguments
    ).map { row in
      Submission(row, failures: try failures(of: row["number"])).kept(
        in: row["event"], withdrawnIn: row["withdrawnIn"], isJournaled: row["isJournaled"])
    }
  }

  /// Returns the submissions of a database of the first version, in their order.
  func submissionsOfVersion1() throws -> [Submission] {
    try Row.fetchAll(self, sql: "SELECT * FROM submission ORDER BY number").map {
      Submission($0, failures: [])
    }
  }

  private func failures(of submission: Int) throws -> [RuleCount] {
    try Row.fetchAll(
      self, sql: "SELECT * FROM ruleCount WHERE submission = ? ORDER BY number",
      arguments: [submission]
    ).map { row in
      RuleCount(
        rule: RuleID(row["rule"]), severity: Severity(rawValue: row["severity"]) ?? .error,
        count: row["count"])
    }
  }

  /// Keeps findings after those that a submission has already.
  func insert(_ findings: [Finding], submission: Int) throws {
    var number =
      try Int.fetchOne(
        self, sql: "SELECT coalesce(max(number), 0) FROM finding WHERE submission = ?",
        arguments: [submission]) ?? 0
    let statement = try cachedStatement(
      sql: "INSERT INTO finding VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for finding in findings {
      number += 1
      try statement.execute(arguments: [
        submission, number, finding.row, finding.columnIndex, finding.column, finding.rule.name,
        finding.severity.rawValue, finding.value, finding.expected, finding.message, finding.help,
        finding.officialName,
      ])
    }
  }

  /// Returns the findings that are kept with a submission.
  func findings(of submission: Int) throws -> [Finding] {
    try Row.fetchAll(
      self, sql: "SELECT * FROM finding WHERE submission = ? ORDER BY number",
      arguments: [submission]
    ).map { row in
      Finding(
        row: row["row"], columnIndex: row["columnIndex"], column: row["columnTitle"],
        rule: RuleID(row["rule"]), severity: Severity(rawValue: row["severity"]) ?? .error,
        value: row["value"], expected: row["expected"], message: row["message"],
        help: row["help"], officialName: row["officialName"])
    }
  }
}

extension Submission {
  fileprivate init(_ row: Row, failures: [RuleCount]) {
    var counts = RowCounts()
    counts.read = row["read"]
    counts.accepted = row["accepted"]
    counts.unchanged = row["unchanged"]
    counts.updated = row["updated"]
    counts.rejected = row["rejected"]
    let submission = Submission(
      number: row["number"], format: row["format"], fileName: row["fileName"],
      fileDigest: row["fileDigest"], pack: row["pack"], year: FiscalYear(row["year"]),
      actor: row["actor"], moment: Moment(seconds: row["seconds"]), counts: counts,
      failures: failures)
    // Backups may be of versions without previews, and so without these columns.
    let expires: Int64? = row["expires"]
    let packDigest: String? = row["packDigest"]
    guard let expires, let packDigest else {
      self = submission
      return
    }
    self = submission.previewed(expires: Moment(seconds: expires), packDigest: packDigest)
  }
}
