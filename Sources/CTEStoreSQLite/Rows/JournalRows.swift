import CTEModel
import CTEStore
import GRDB

/// Reads the journal of a record type.
struct JournalRows {
  private let rows: VersionRows

  init(_ type: RecordType) {
    rows = VersionRows(type)
  }

  /// Returns a page of what an event did.
  func page(
    of event: Int, after start: RecordKey?, limit: Int, from database: Database
  ) throws -> [JournalEntry] {
    let table = rows.table
    let condition = start == nil ? "" : " AND " + table.isAfterKey
    let statement = try select(
      "event = ?\(condition) ORDER BY \(table.quoted(table.keyColumns)) LIMIT \(limit)", database)
    statement.bind(Int32(event), at: 1)
    for (place, code) in (start?.codes ?? []).enumerated() {
      statement.bind(code == missingCode ? 0 : code, at: Int32(place) + 2)
    }
    return try all(statement)
  }

  /// Returns for each of several keys what an event did to the record.
  func entries(
    of event: Int, keys: [RecordKey], from database: Database
  ) throws -> [JournalEntry?] {
    let conditions = rows.table.keyColumns.map { "\"\($0)\" = ?" }
    let statement = try select((["event = ?"] + conditions).joined(separator: " AND "), database)
    return try keys.map { key in
      statement.bind(Int32(event), at: 1)
      for (place, code) in key.codes.enumerated() {
        statement.bind(code == missingCode ? 0 : code, at: Int32(place) + 2)
      }
      return try all(statement).first
    }
  }

  /// Returns the number of the last event that did anything; 0 where there is none.
  fileprivate func lastEvent(in database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "SELECT max(event) FROM \(rows.table.journal)") ?? 0
  }

  /// Returns what events did to a record.
  func history(of record: StoredRecord, from database: Database) throws -> [JournalEntry] {
    let table = rows.table
    let names = table.type.isKeyedByProvenance ? ["submission", "row"] : table.keyColumns
    let codes = table.type.isKeyedByProvenance ? record.key.codes.suffix(2) : record.key.codes[...]
    let conditions = names.map { "\"\($0)\" = ?" }.joined(separator: " AND ")
    let statement = try select(
      "\(conditions) ORDER BY event, \(table.quoted(table.keyColumns))", database)
    for (place, code) in zip(1..., codes) {
      statement.bind(code == missingCode ? 0 : code, at: Int32(place))
    }
    return try all(statement)
  }

  /// Forgets the versions that an upload ended which it had brought itself.
  static func forgetOwn(
    of submission: Int, event: Int, about type: RecordType, in database: Database
  ) throws {
    guard !type.isKeyedByProvenance else { return }
    try database.execute(
      sql: "DELETE FROM \(RecordTable(type: type).journal) WHERE event = ? AND submission = ?",
      arguments: [event, submission])
  }

  private func select(_ rest: String, _ database: Database) throws -> BoundStatement {
    try BoundStatement(
      "SELECT \(rows.columns), leftSubmission, leftRow, leftSaved, event "
        + "FROM \(rows.table.journal) WHERE \(rest)", in: database)
  }

  private func all(_ statement: BoundStatement) throws -> [JournalEntry] {
    var entries: [JournalEntry] = []
    while try statement.next() { entries.append(entry(in: statement)) }
    return entries
  }

  private func entry(in statement: BoundStatement) -> JournalEntry {
    let width = rows.width
    let record = rows.record(in: statement)
    return JournalEntry(
      event: Int(statement.number(width + 3)), type: rows.table.type, key: record.key,
      before: statement.isNull(width - 1) ? nil : record,
      left: statement.isNull(width + 2) ? nil : rows.stamp(in: statement, at: width))
  }
}

extension Database {
  /// Returns the number of the last event of which the journal of any record type tells; 0 where none does.
  func lastJournaledEvent() throws -> Int {
    // Backups may be of versions that have no journal, or none of some types yet.
    try RecordType.all.filter { try tableExists(RecordTable(type: $0).journal) }
      .map { try JournalRows($0).lastEvent(in: self) }.max() ?? 0
  }
}
