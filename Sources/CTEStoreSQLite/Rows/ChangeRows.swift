import CTEModel
import CTEStore
import GRDB

/// Makes, replaces and removes single records, and journals that.
struct ChangeRows {
  private let rows: VersionRows
  private let event: Int32
  private let removal: BoundStatement
  private let making: BoundStatement
  private let entry: BoundStatement

  /// Prepares to change records of a type in an event.
  init(_ type: RecordType, event: Int, in database: Database) throws {
    rows = VersionRows(type)
    self.event = Int32(event)
    let table = rows.table
    // No two versions of a record have the same stamp.
    let keys = (table.keyColumns + RecordTable.stampColumns).enumerated()
      .map { "\"\($0.element)\" = ?\($0.offset + 1)" }
    removal = try BoundStatement(
      "DELETE FROM \(type.name) WHERE \(keys.joined(separator: " AND "))", in: database)
    making = try BoundStatement(
      "INSERT INTO \(type.name)(\(rows.columns)) VALUES(\(Self.marks(rows.width)))", in: database)
    entry = try BoundStatement(
      "INSERT INTO \(table.journal)(\(rows.columns), leftSubmission, leftRow, leftSaved, event) "
        + "VALUES(\(Self.marks(rows.width + 4)))", in: database)
  }

  private static func marks(_ count: Int32) -> String {
    Array(repeating: "?", count: Int(count)).joined(separator: ", ")
  }

  /// Applies a change.
  ///
  /// - Throws: `StoreError` with the code `unusable` where there is no such version to begin with.
  func apply(_ change: RecordChange) throws {
    if let before = change.before {
      bind(before)
      guard try removal.run() == 1 else { throw Self.taken(change) }
    }
    if let after = change.after {
      do {
        rows.bind(after, to: making)
        _ = try making.run()
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
        throw Self.taken(change)
      }
    }
    try journal(change)
  }

  private func bind(_ version: StoredRecord) {
    let stamp = version.stamp
    let codes = version.key.codes.map { $0 == missingCode ? 0 : $0 }
    for (place, code) in zip(Int32(1)..., codes + [stamp.submission, stamp.row, stamp.saved]) {
      removal.bind(code, at: place)
    }
  }

  private func journal(_ change: RecordChange) throws {
    guard let record = change.before ?? change.after else { return }
    rows.bind(record, isKeyAlone: change.before == nil, to: entry)
    let left = change.after?.stamp
    for (offset, number) in [left?.submission, left?.row, left?.saved].enumerated() {
      let place = rows.width + Int32(offset) + 1
      if let number { entry.bind(number, at: place) } else { entry.bindNull(at: place) }
    }
    entry.bind(event, at: rows.width + 4)
    _ = try entry.run()
  }

  private static func taken(_ change: RecordChange) -> StoreError {
    StoreError(.unusable, "another \(change.type.name) of the same key is there")
  }
}
