import CTEModel
import CTERulePack
import GRDB

/// Writes records to their table, in the order of its primary key, so that neighbours go to the same page.
struct RecordRows {
  private let changes: RecordChanges
  private let submission: Int32
  private let table: RecordTable

  init(_ changes: RecordChanges, submission: Int) {
    self.changes = changes
    self.submission = Int32(submission)
    table = RecordTable(type: changes.type)
  }

  /// Returns what became of each record, in the order of the changes.
  func write(to database: Database) throws -> [RecordFate] {
    var fates = Array(repeating: RecordFate.accepted, count: changes.rowNumbers.count)
    guard !fates.isEmpty else { return fates }
    let insert = try BoundStatement(
      table.insert(changes.fields, ifAbsent: changes.updates), in: database)
    let update =
      try changes.updates
      ? table.update(changes.fields).map { try BoundStatement($0, in: database) } : nil
    let order = RecordOrder(changes)
    try changes.bytes.withUnsafeBufferPointer { bytes in
      for record in order.records {
        guard !order.superseded.contains(record) else {
          fates[record] = .unchanged
          continue
        }
        bind(record, to: insert, bytes)
        guard try insert.run() == 0 else { continue }
        fates[record] = .unchanged
        guard let update else { continue }
        bind(record, to: update, bytes)
        if try update.run() > 0 { fates[record] = .updated }
      }
    }
    return fates
  }

  private func bind(
    _ record: Int, to statement: BoundStatement, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    var place: Int32 = 1
    for (column, field) in zip(changes.columns, changes.fields) {
      switch column {
      case .codes(let codes):
        bind(codes[record], isKey: table.isKey(field), to: statement, at: place)
      case .texts(let cells) where cells[record].length > 0:
        let start = Int(cells[record].start)
        let text = UnsafeBufferPointer(rebasing: bytes[start..<start + Int(cells[record].length)])
        statement.bind(text, at: place)
      case .texts, .absent: statement.bindNull(at: place)
      }
      place += 1
    }
    statement.bind(submission, at: place)
    statement.bind(changes.rowNumbers[record], at: place + 1)
  }

  @inline(__always)
  private func bind(_ code: Int32, isKey: Bool, to statement: BoundStatement, at place: Int32) {
    if code != missingCode {
      statement.bind(code, at: place)
    } else if isKey {
      statement.bind(0, at: place)
    } else {
      statement.bindNull(at: place)
    }
  }
}
