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
    try changes.bytes.withUnsafeBufferPointer { bytes in
      for record in order() {
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

  /// The records by the first fields of the primary key; records that are equal in these stay in file order.
  private func order() -> [Int] {
    let keys = table.type.naturalKey.compactMap { name -> [Int32]? in
      guard let field = table.type.index(of: name),
        let place = changes.fields.firstIndex(of: field),
        case .codes(let codes) = changes.columns[place]
      else { return nil }
      return codes
    }.prefix(3)
    guard let first = keys.first else { return Array(changes.rowNumbers.indices) }
    let second = keys.dropFirst().first
    let third = keys.dropFirst(2).first
    let entries = first.indices.map { record in
      Entry(
        high: UInt64(UInt32(bitPattern: first[record])) << 32
          | UInt64(UInt32(bitPattern: second?[record] ?? 0)),
        low: UInt64(UInt32(bitPattern: third?[record] ?? 0)) << 32 | UInt64(UInt32(record)))
    }
    return entries.sorted().map { Int(UInt32(truncatingIfNeeded: $0.low)) }
  }

  private struct Entry: Comparable {
    let high: UInt64
    let low: UInt64

    @inline(__always)
    static func < (first: Entry, second: Entry) -> Bool {
      first.high != second.high ? first.high < second.high : first.low < second.low
    }
  }
}
