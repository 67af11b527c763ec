public import CTEModel
public import CTERulePack

/// A look at a tenant's records as they were when it began, however long it takes.
public protocol ReadSession: Sendable {
  /// Returns how many students the tenant's records speak of, at most.
  func studentCount() async throws -> Int

  /// Returns the identifiers that the tenant's records use.
  ///
  /// - Parameter students: The only students to return; nil for all.
  func keys(students: [String]?) async throws -> KeyTables

  /// Returns the texts of identifiers by their number; numbers that stand for none are left out.
  func texts(of domain: KeyDomain, _ numbers: [Int32]) async throws -> [Int32: String]

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

  /// Returns all that the checks of a file want to know.
  ///
  /// A store that can answer several questions side by side does; by itself one is asked after the other.
  func facts(_ request: FactsRequest) async throws -> Facts

  /// Returns a page of records with where they come from, in the order of their keys.
  func records(_ query: RecordQuery) async throws -> [StoredRecord]

  /// Returns for each of several lists of codes the records whose fields have them.
  ///
  /// - Parameters:
  ///   - type: The type.
  ///   - fields: The fields, by their place in the type.
  ///   - values: The codes of the fields, one list for each answer.
  func records(
    of type: RecordType, where fields: [Int], are values: [[Int32]]
  ) async throws -> [[StoredRecord]]

  /// Returns a page of what an event did to records of a type, in the order of their keys.
  ///
  /// - Parameters:
  ///   - event: The number of the event.
  ///   - type: The type.
  ///   - start: The key after which the page begins; nil for the first page.
  ///   - limit: The most entries of the page.
  func journal(
    of event: Int, about type: RecordType, after start: RecordKey?, limit: Int
  ) async throws -> [JournalEntry]

  /// Returns for each of several keys what an event did to the record; nil where it did nothing.
  func journal(
    of event: Int, about type: RecordType, keys: [RecordKey]
  ) async throws -> [JournalEntry?]

  /// Returns the number of the last event of which the journal tells; 0 where it tells of none.
  func lastJournaledEvent() async throws -> Int

  /// Returns what events did to one record, in their order.
  ///
  /// A record that is keyed by where it came from is known by its name, any other by its key.
  func history(of record: StoredRecord) async throws -> [JournalEntry]

  /// Returns the submissions in their order; those that were withdrawn since, and previews, too.
  func submissions() async throws -> [Submission]

  /// Returns the submission of a format that was made from a file of a digest and still stands, if there is one.
  ///
  /// Previews don't stand.
  func submission(ofFile digest: String, format: String) async throws -> Submission?

  /// Returns the previews of a format that were made from a file of a digest, in their order; those that have expired too.
  func previews(ofFile digest: String, format: String) async throws -> [Submission]

  /// Returns the findings that are kept with a submission, in file order.
  func findings(of submission: Int) async throws -> [Finding]

  /// Returns the events of the audit log, in their order.
  func auditEvents() async throws -> [AuditEvent]

  /// Returns who may do what, sorted.
  func grants() async throws -> [Grant]

  /// Ends the look. A session that is dropped ends by itself.
  func end() async
}
