import CTECore

/// An upload that was read, and what an import knows of the store before it maps and checks it.
struct StagedUpload {
  let tables: [Table]
  private let match: FormatMatch
  private let pack: RulePack
  private let keys: KeyTables
  private let reference: ReferenceData
  private let identities: StoredIdentities?

  /// Reads the upload, and gathers what its checks look up.
  init(_ bench: Workbench) async throws {
    pack = try await bench.tenant().pack
    var file = try IncomingFile(
      path: bench.csv(), format: "credential-upload", pack: pack, reading: Workbench.reading)
    match = file.match
    var tables: [Table] = []
    while let table = try file.next() { tables.append(table) }
    self.tables = tables
    let needs = ReferenceNeeds(for: match.format.records[0], in: match, of: pack)
    let session = try await bench.records().beginReading()
    var keys = try await session.keys(students: nil)
    reference = try await session.reference(for: needs.requests, students: nil, keys: &keys)
    identities =
      if let wish = needs.identities {
        try await session.identities(for: wish, students: nil)
      } else {
        nil
      }
    await session.end()
    self.keys = keys
  }

  /// Returns the stages as they stand before the first row.
  func stages() -> Stages {
    let checker = RecordChecker(
      plan: match.format.records[0], match: match, pack: pack, today: Workbench.today,
      reference: reference, identities: identities, keys: keys)
    return Stages(keys: keys, mapper: Mapper(match: match, pack: pack), checker: checker)
  }

  /// Writes changes as a submission of their own.
  func commit(_ changes: [ChangeSet], into records: any TenantStore) async throws {
    let session = try await records.beginWriting()
    let number = try await session.nextSubmission()
    for changes in changes { _ = try await session.write(changes, submission: number) }
    let submission = Submission(
      number: number, format: match.format.name, fileName: "upload.csv",
      fileDigest: String(repeating: "0", count: 64), pack: pack.name, year: pack.year,
      actor: Actor.localOperator.name, moment: Workbench.moment, counts: RowCounts())
    let event = AuditEvent.Draft(
      moment: Workbench.moment, actor: submission.actor, action: "import \(match.format.name)",
      pack: pack.name, submission: number, details: "{}")
    try await session.commit(submission, event)
  }
}

/// Mapping and checking of one file.
struct Stages {
  var keys: KeyTables
  var mapper: Mapper
  var checker: RecordChecker

  /// Makes typed columns of tables.
  mutating func map(_ tables: [Table]) -> [Batch] {
    tables.map { mapper.map($0, keys: &keys).batch }
  }

  /// Asks every rule of every row, and returns what is to be written.
  mutating func check(_ batches: inout [Batch]) throws -> [ChangeSet] {
    var changes: [ChangeSet] = []
    for place in batches.indices {
      let table = batches[place].table
      _ = try checker.check(&batches[place].records[0], of: table, keys: keys)
      let verdicts = (0..<table.rowCount).map { judge($0, of: batches[place].records[0]) }
      var change = ChangeSet()
      change.records = [
        checker.changes(
          batches[place].records[0], of: table, rows: 0..<table.rowCount, verdicts: verdicts)
      ]
      changes.append(change)
    }
    return changes
  }

  private mutating func judge(_ row: Int, of batch: RecordBatch) -> Verdict {
    guard batch.errors[row] == 0 else { return .rejected }
    switch checker.admission.standing(of: row) {
    case .equal: return .unchanged
    case .refused: return .rejected
    case .free:
      checker.admission.take(row)
      return .admitted
    }
  }
}
