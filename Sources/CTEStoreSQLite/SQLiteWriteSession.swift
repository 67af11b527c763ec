import CTEModel
import CTERulePack
import CTEStore
import GRDB

/// A transaction on a tenant's database that lasts over several calls, on a connection of its own.
final class SQLiteWriteSession: WriteSession, SQLiteReading {
  private let queue: DatabaseQueue
  private let trial: StoreTrial
  /// Opens another connection to the same database.
  private let connect: @Sendable () throws -> DatabaseQueue

  /// Creates a session on a queue whose transaction has begun.
  init(
    queue: DatabaseQueue, _ trial: StoreTrial,
    connect: @escaping @Sendable () throws -> DatabaseQueue
  ) {
    self.queue = queue
    self.trial = trial
    self.connect = connect
  }

  func perform<Result: Sendable>(
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

  func facts(_ request: FactsRequest) async throws -> Facts {
    // Nobody else writes while the session lasts, so others see what it sees until it has written itself.
    let isLong = request.students.map { $0.count > Question.studentsAtOnce } ?? true
    guard isLong, try await perform({ $0.totalChangesCount }) == 0,
      // It only saves time: where no other can be had, one connection answers all.
      let second = try? SecondConnection(queue: connect())
    else { return try await SideBySide([self]).facts(request) }
    defer { second.close() }
    return try await SideBySide([self, second]).facts(request)
  }

  func nextSubmission() async throws -> Int {
    try await perform { try $0.nextSubmission() }
  }

  func nextEvent() async throws -> Int {
    try await perform { try $0.nextEvent() }
  }

  func beginTrial() async throws {
    try await perform { try $0.execute(sql: "SAVEPOINT trial") }
  }

  func endTrial() async throws {
    try await perform { database in
      try database.execute(sql: "ROLLBACK TO trial")
      try database.execute(sql: "RELEASE trial")
    }
  }

  func write(_ changes: ChangeSet, submission: Int) async throws -> [[RecordFate]] {
    try await perform { [trial] database in
      try database.makeRoomForWriting()
      try KeyRows.write(changes.newKeys, to: database)
      let event = try database.nextEvent()
      trial.reached(.sessionKeysWritten)
      let fates = try changes.records.map {
        try RecordRows($0, submission: submission, event: event).write(to: database)
      }
      trial.reached(.sessionRecordsWritten)
      return fates
    }
  }

  func apply(_ changes: [RecordChange]) async throws {
    try await perform { [trial] database in
      try database.makeRoomForWriting()
      let event = try database.nextEvent()
      var rows: [RecordType: ChangeRows] = [:]
      for change in changes {
        let own = try rows[change.type] ?? ChangeRows(change.type, event: event, in: database)
        rows[change.type] = own
        try own.apply(change)
      }
      trial.reached(.sessionChangesApplied)
    }
  }

  func write(_ keys: [ChangeSet.NewKey]) async throws {
    try await perform { try KeyRows.write(keys, to: $0) }
  }

  func write(_ findings: [Finding], submission: Int) async throws {
    try await perform { [trial] database in
      try database.insert(findings, submission: submission)
      trial.reached(.sessionFindingsWritten)
    }
  }

  func forgetPreview(_ submission: Int) async throws {
    try await perform { [trial] database in
      try database.forgetPreview(submission)
      trial.reached(.sessionPreviewForgotten)
    }
  }

  func mark(submission: Int, isWithdrawn: Bool) async throws {
    try await perform { [trial] database in
      try database.mark(submission, withdrawnIn: isWithdrawn ? try database.nextEvent() : nil)
      trial.reached(.sessionSubmissionMarked)
    }
  }

  func change(_ settings: TenantSettings, from earlier: TenantSettings) async throws {
    try await perform { database in
      try database.execute(
        sql: "UPDATE tenant SET pack = ?, year = ? WHERE pack = ? AND year = ?",
        arguments: [
          settings.pack, settings.year.number, earlier.pack, earlier.year.number,
        ])
      guard database.changesCount == 1 else {
        throw StoreError(.unusable, "the tenant's pack or year was changed meanwhile; look again")
      }
    }
  }

  func add(_ grant: Grant) async throws {
    try await perform { try $0.insert(grant) }
  }

  func remove(_ grant: Grant) async throws {
    try await perform { try $0.delete(grant) }
  }

  func commit(_ submission: Submission?, _ event: AuditEvent.Draft) async throws {
    try await perform { [trial] database in
      if let submission { try database.insert(submission) }
      trial.reached(.sessionSubmissionKept)
      try database.append(event)
      trial.reached(.sessionEventKept)
      trial.reached(.sessionBeforeCommit)
      try database.commit()
      trial.reached(.sessionCommitted)
    }
    // The commit is done, and a connection that can't be closed now is when it is dropped; an error would deny it.
    try? queue.close()
  }

  func rollback() async {
    // A task of its own, because one that was cancelled may not even roll back.
    await Task { [queue, trial] in
      // A transaction that can't be rolled back ends with its connection, without being committed.
      try? await queue.writeWithoutTransaction { database in
        if database.isInsideTransaction { try database.rollback() }
      }
      try? queue.close()
      trial.reached(.sessionRolledBack)
    }.value
  }
}

/// A connection beside that of a session.
private struct SecondConnection: AnswersQuestions {
  private let queue: DatabaseQueue

  init(queue: DatabaseQueue) throws {
    self.queue = queue
    // Else each question would begin and end a look of its own.
    try queue.writeWithoutTransaction { try $0.beginTransaction(.deferred) }
  }

  func perform<Result: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Result
  ) async throws -> Result {
    try await StoreError.translating { try await queue.writeWithoutTransaction { try body($0) } }
  }

  func close() {
    // A connection that can't be closed now is closed when it is dropped.
    try? queue.close()
  }
}
