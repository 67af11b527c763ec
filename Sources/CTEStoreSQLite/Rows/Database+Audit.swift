import CTEModel
import CTEStore
import GRDB

// The audit log, and who may do what.
extension Database {
  /// The number that the next event will have.
  func nextEvent() throws -> Int {
    try Int.fetchOne(self, sql: "SELECT coalesce(max(number), 0) + 1 FROM auditEvent") ?? 1
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

  /// Returns the events of the log, in their order.
  func auditEvents() throws -> [AuditEvent] {
    try Row.fetchAll(self, sql: "SELECT * FROM auditEvent ORDER BY number").map(AuditEvent.init)
  }

  /// Returns who may do what, sorted.
  func grants() throws -> [Grant] {
    try Row.fetchAll(self, sql: "SELECT * FROM actorGrant").map { row in
      let organization: String = row["organization"]
      let program: String = row["program"]
      let offering: String = row["offering"]
      // An empty name is none.
      return Grant(
        to: row["actor"], role: row["role"], organization: organization, program: program,
        offering: offering)
    }.sorted()
  }

  func insert(_ grant: Grant) throws {
    try execute(
      sql: "INSERT INTO actorGrant VALUES(?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
      arguments: grant.columns)
  }

  func delete(_ grant: Grant) throws {
    try execute(
      sql: """
        DELETE FROM actorGrant
        WHERE actor = ? AND role = ? AND organization = ? AND program = ? AND offering = ?
        """, arguments: grant.columns)
  }
}

extension Grant {
  /// What is stored, where nothing stands for no limit.
  fileprivate var columns: StatementArguments {
    [actor, role, organization ?? "", program ?? "", offering ?? ""]
  }
}

extension AuditEvent {
  fileprivate init(_ row: Row) {
    self.init(
      number: row["number"],
      draft: Draft(
        moment: Moment(seconds: row["seconds"]), actor: row["actor"], action: row["action"],
        pack: row["pack"], submission: row["submission"], details: row["details"]),
      previousDigest: row["previousDigest"], digest: row["digest"])
  }
}
