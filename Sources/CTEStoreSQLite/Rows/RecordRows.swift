import CTEModel
import CTERulePack
import GRDB

/// Writes records to their table, in the order of its primary key, so that neighbours go to the same page.
struct RecordRows {
  private let changes: RecordChanges
  private let submission: Int32
  private let event: Int32
  private let table: RecordTable
  private let values: RecordValues

  /// Creates the rows of a file's records.
  ///
  /// - Parameter event: The event that ends the versions of records that are updated.
  init(_ changes: RecordChanges, submission: Int, event: Int) {
    self.changes = changes
    self.submission = Int32(submission)
    self.event = Int32(event)
    table = RecordTable(type: changes.type)
    values = RecordValues(changes, in: table)
  }

  /// Returns what became of each record, in the order of the changes.
  func write(to database: Database) throws -> [RecordFate] {
    var fates = Array(repeating: RecordFate.accepted, count: changes.rowNumbers.count)
    guard !fates.isEmpty else { return fates }
    let insert = try BoundStatement(
      table.insert(changes.fields, ifAbsent: changes.updates), in: database)
    let update = changes.updates ? table.update(changes.fields) : nil
    let ending = try update.map { _ in
      try BoundStatement(table.endVersion(changes.fields), in: database)
    }
    let updating = try update.map { try BoundStatement($0, in: database) }
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
        guard let ending, let updating else { continue }
        bind(record, to: ending, bytes)
        ending.bind(event, at: Int32(changes.fields.count) + 3)
        guard try ending.run() > 0 else { continue }
        bind(record, to: updating, bytes)
        _ = try updating.run()
        fates[record] = .updated
      }
    }
    return fates
  }

  /// Binds the values of a record. The bytes must stay where they are until the statement has run.
  private func bind(
    _ record: Int, to statement: BoundStatement, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    var place: Int32 = 1
    for value in values.places {
      switch value {
      case .code(let offset, let isKey):
        bind(values.codes[record * values.width + offset], isKey: isKey, to: statement, at: place)
      case .text(let column): bind(values.texts[column][record], bytes, to: statement, at: place)
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

  private func bind(
    _ cell: CTERulePack.Table.Cell, _ bytes: UnsafeBufferPointer<UInt8>,
    to statement: BoundStatement,
    at place: Int32
  ) {
    guard cell.length > 0 else { return statement.bindNull(at: place) }
    let start = Int(cell.start)
    statement.bind(
      UnsafeBufferPointer(rebasing: bytes[start..<start + Int(cell.length)]), at: place)
  }
}

/// The values of records, turned so that those of one record stand together.
private struct RecordValues {
  /// Where each written field's value stands.
  enum Place {
    case code(offset: Int, isKey: Bool)
    case text(column: Int)
  }

  private(set) var places: [Place] = []
  /// The codes, record by record, `width` each.
  let codes: [Int32]
  private(set) var width = 0
  private(set) var texts: [[CTERulePack.Table.Cell]] = []

  init(_ changes: RecordChanges, in table: RecordTable) {
    var columns: [[Int32]] = []
    for (column, field) in zip(changes.columns, changes.fields) {
      switch column {
      case .texts(let cells):
        places.append(.text(column: texts.count))
        texts.append(cells)
      case .codes(let codes):
        places.append(.code(offset: columns.count, isKey: table.isKey(field)))
        columns.append(codes)
      case .absent: preconditionFailure("only fields that are carried are written")
      }
    }
    width = columns.count
    codes = Self.turned(columns, count: changes.rowNumbers.count)
  }

  private static func turned(_ columns: [[Int32]], count: Int) -> [Int32] {
    let width = columns.count
    return [Int32](unsafeUninitializedCapacity: count * width) { turned, initialized in
      for (offset, column) in columns.enumerated() {
        for record in 0..<count { turned[record * width + offset] = column[record] }
      }
      initialized = count * width
    }
  }
}
