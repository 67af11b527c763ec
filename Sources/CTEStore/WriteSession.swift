public import CTEModel
public import CTERulePack

/// A transaction in which one event changes a tenant's records: all of it is there afterwards, or nothing.
///
/// It sees what it has written itself.
public protocol WriteSession: ReadSession {
  /// Returns the number that the next submission will have; that of a preview is used up, even where it was forgotten.
  func nextSubmission() async throws -> Int

  /// Returns the number that the session's event will have in the audit log.
  func nextEvent() async throws -> Int

  /// Begins to write what may be taken back while the session goes on. There is one trial at a time.
  func beginTrial() async throws

  /// Takes back all that was written since the trial began.
  func endTrial() async throws

  /// Writes records of a file, and returns for each list of changes what became of its records.
  ///
  /// Of records that are updated, the versions that end are kept in the journal of the session's event.
  func write(_ changes: ChangeSet, submission: Int) async throws -> [[RecordFate]]

  /// Makes, replaces and removes single records, and keeps all of it in the journal of the session's event.
  ///
  /// Each change begins with the version that is stored; a record is changed once in a session.
  func apply(_ changes: [RecordChange]) async throws

  /// Keeps identifiers that the store doesn't know yet.
  func write(_ keys: [ChangeSet.NewKey]) async throws

  /// Keeps findings with a submission.
  func write(_ findings: [Finding], submission: Int) async throws

  /// Forgets a preview with its findings, so that its number is free for what the session commits in its place.
  ///
  /// Its events stay in the audit log.
  ///
  /// - Throws: `StoreError` with the code `unusable` where there is no submission of the number, or it is no preview.
  func forgetPreview(_ submission: Int) async throws

  /// Says that the records of a submission were taken out again by the session's event, or were put back.
  ///
  /// - Throws: `StoreError` with the code `unusable` where there is no submission of the number, or it is a preview.
  func mark(submission: Int, isWithdrawn: Bool) async throws

  /// Changes what the tenant is told of itself. Stores of it that are open may keep what they were told.
  ///
  /// - Throws: `StoreError` with the code `unusable` where it was told something else than the earlier settings.
  func change(_ settings: TenantSettings, from earlier: TenantSettings) async throws

  /// Lets an actor do what a role allows, if they may not already.
  func add(_ grant: Grant) async throws

  /// Takes a grant back, if there is one.
  func remove(_ grant: Grant) async throws

  /// Keeps the event, and the submission or preview if one was made, and ends the session: all of it is there, or none.
  ///
  /// - Throws: `StoreError` with the code `unusable` where there is a submission of the number; the session isn't ended then.
  func commit(_ submission: Submission?, _ event: AuditEvent.Draft) async throws

  /// Ends the session as if nothing had been written.
  func rollback() async
}

extension WriteSession {
  /// Ends the session as if nothing had been written.
  public func end() async { await rollback() }
}
