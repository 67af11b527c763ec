public import CTEModel
public import CTERulePack

/// A transaction in which a submission is read against a tenant's records and written to them.
public protocol WriteSession: Sendable {
  /// Returns how many students the tenant's records speak of, at most.
  func studentCount() async throws -> Int

  /// Returns the identifiers that the tenant's records use.
  ///
  /// - Parameter students: The only students to return; nil for all.
  func keys(students: [String]?) async throws -> KeyTables

  /// Returns the records that checks look up.
  ///
  /// - Parameters:
  ///   - requests: What is wanted.
  ///   - students: The only students whose records are wanted, by ascending number, for requests that are about those
  ///     of a file; nil for all.
  ///   - keys: The identifiers; texts that rules read are added to them.
  func reference(
    for requests: [ReferenceRequest], students: [Int32]?, keys: inout KeyTables
  ) async throws -> ReferenceData

  /// Returns the identities of the records of a type.
  ///
  /// - Parameters:
  ///   - request: What is wanted.
  ///   - students: The only students whose records are wanted, by ascending number; nil for all.
  func identities(
    for request: IdentityRequest, students: [Int32]?
  ) async throws -> StoredIdentities

  /// Returns the submission of a format that was made from a file of a digest, if there is one.
  func submission(ofFile digest: String, format: String) async throws -> Submission?

  /// Returns the number that the next submission will have.
  func nextSubmission() async throws -> Int

  /// Writes records, and returns for each list of changes what became of its records.
  func write(_ changes: ChangeSet, submission: Int) async throws -> [[RecordFate]]

  /// Keeps findings with a submission.
  func write(_ findings: [Finding], submission: Int) async throws

  /// Keeps the submission and its event, and ends the session: all of it is there, or none.
  func commit(_ submission: Submission, _ event: AuditEvent.Draft) async throws

  /// Ends the session as if nothing had been written.
  func rollback() async
}
