import CTEModel
import CTERulePack
import CTEStore
import GRDB

/// A transaction on a tenant's database that lasts over several calls, on a connection of its own.
final class SQLiteWriteSession: WriteSession {
  private let queue: DatabaseQueue

  /// Creates a session on a queue whose transaction has begun.
  init(queue: DatabaseQueue) {
    self.queue = queue
  }

  private func perform<Result: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Result
  ) async throws -> Result {
    try await StoreError.translating { [queue] in
      try await queue.writeWithoutTransaction { database in
        // Without its transaction, each statement would be committed by itself.
        guard database.isInsideTransaction else {
          throw StoreError(.unusable, "the session has ended; begin another")
        }
        return try body(database)
      }
    }
  }

  func studentCount() async throws -> Int {
    try await perform { try KeyRows.greatest(.student, in: $0) }
  }

  func keys(students: [String]?) async throws -> KeyTables {
    try await perform { database in
      var keys = KeyTables()
      for domain in KeyDomain.allCases {
        if domain == .student, let students {
          try KeyRows.read(students, of: domain, from: database, into: &keys[domain])
        } else {
          try KeyRows.read(domain, from: database, into: &keys[domain])
        }
      }
      return keys
    }
  }

  func reference(
    for requests: [ReferenceRequest], students: [Int32]?, keys: inout KeyTables
  ) async throws -> ReferenceData {
    var data = ReferenceData()
    for request in requests {
      let rows = try await perform { try ReferenceRows.read(request, students: students, from: $0) }
      data.tables[request.lookup] = rows.table(keys: &keys)
    }
    return data
  }

  func identities(
    for request: IdentityRequest, students: [Int32]?
  ) async throws -> StoredIdentities {
    try await perform { try IdentityRows.read(request, students: students, from: $0) }
  }

  func submission(ofFile digest: String, format: String) async throws -> Submission? {
    try await perform { database in
      try Row.fetchOne(
        database,
        sql: "SELECT * FROM submission WHERE fileDigest = ? AND format = ? ORDER BY number LIMIT 1",
        arguments: [digest, format]
      ).map(Submission.init)
    }
  }

  func nextSubmission() async throws -> Int {
    try await perform {
      try Int.fetchOne($0, sql: "SELECT coalesce(max(number), 0) + 1 FROM submission") ?? 1
    }
  }

  func write(_ changes: ChangeSet, submission: Int) async throws -> [[RecordFate]] {
    try await perform { database in
      try KeyRows.write(changes.newKeys, to: database)
      return try changes.records.map {
        try RecordRows($0, submission: submission).write(to: database)
      }
    }
  }

  func write(_ findings: [Finding], submission: Int) async throws {
    try await perform { database in
      var number =
        try Int.fetchOne(
          database, sql: "SELECT coalesce(max(number), 0) FROM finding WHERE submission = ?",
          arguments: [submission]) ?? 0
      for finding in findings {
        number += 1
        try database.insert(finding, submission: submission, number: number)
      }
    }
  }

  func commit(_ submission: Submission, _ event: AuditEvent.Draft) async throws {
    try await perform { database in
      try database.insert(submission)
      try database.append(event)
      try database.commit()
    }
    try queue.close()
  }

  func rollback() async {
    // A task of its own, because one that was cancelled may not even roll back.
    await Task { [queue] in
      // A transaction that can't be rolled back ends with its connection, without being committed.
      try? await queue.writeWithoutTransaction { database in
        if database.isInsideTransaction { try database.rollback() }
      }
      try? queue.close()
    }.value
  }
}
