import CTEModel
import CTERulePack

/// The records of one type, each under the key that tells it from all others.
struct RecordTable: Sendable {
  let type: RecordType
  /// The natural key, by the fields' place in the type.
  private let keyFields: [Int]
  private var stored: [RecordKey: StoredRecord] = [:]

  /// Creates a table without records.
  init(of type: RecordType) {
    self.type = type
    keyFields = type.naturalKey.compactMap { type.index(of: $0) }
  }

  /// How many records there are.
  var count: Int { stored.count }

  /// The records in the order of their keys.
  var inOrder: [StoredRecord] {
    stored.sorted { $0.key < $1.key }.map(\.value)
  }
}

// MARK: - Writing

extension RecordTable {
  /// Writes records of a file.
  ///
  /// - Returns: What became of each, and the versions of others that ended.
  /// - Throws: `StoreError` with the code `unusable` where one is there already that isn't to be updated.
  mutating func write(
    _ changes: RecordChanges, submission: Int
  ) throws -> (fates: [RecordFate], ended: [RecordChange]) {
    let incoming = changes.rowNumbers.indices.map { changes.values(of: $0) }
    let keys = incoming.map { record in keyFields.map { record[$0]?.code ?? missingCode } }
    let last = Dictionary(zip(keys, keys.indices)) { max($0, $1) }
    var fates: [RecordFate] = []
    var ended: [RecordChange] = []
    for place in incoming.indices {
      // Of records of one key in the same file, the last one stands.
      if changes.updates, last[keys[place]] != place {
        fates.append(.unchanged)
        continue
      }
      let stamp = Stamp(submission: Int32(submission), row: changes.rowNumbers[place])
      let change = try put(incoming[place], under: keys[place], stamp, updates: changes.updates)
      fates.append(change.map { $0.before == nil ? .accepted : .updated } ?? .unchanged)
      if let change, change.before != nil { ended.append(change) }
    }
    return (fates, ended)
  }

  /// Writes a record, and returns what that changed; nil where an equal one is there.
  private mutating func put(
    _ incoming: [Int: StoredValue], under natural: [Int32], _ stamp: Stamp, updates: Bool
  ) throws -> RecordChange? {
    let key = RecordKey(
      type.isKeyedByProvenance ? natural + [stamp.submission, stamp.row] : natural)
    let old = stored[key]
    guard old == nil || updates else { throw taken }
    var values = old?.values ?? type.fields.map { StoredValue.missing($0.kind) }
    for (field, value) in incoming { values[field] = value }
    if old?.values == values { return nil }
    let new = StoredRecord(type: type, values: values, stamp: stamp)
    stored[key] = new
    return RecordChange(from: old, to: new)
  }

  /// Makes, replaces or removes a record.
  ///
  /// - Throws: `StoreError` with the code `unusable` where another version is stored than that with which the change begins.
  mutating func put(_ change: RecordChange) throws {
    guard stored[change.key] == change.before else { throw taken }
    stored[change.key] = change.after
  }

  private var taken: StoreError {
    StoreError(.unusable, "another \(type.name) of the same key is there")
  }
}

// MARK: - Reading

extension RecordTable {
  /// Returns a page of records in the order of their keys.
  func records(_ query: RecordQuery) -> [StoredRecord] {
    let wanted = stored.values.filter { query.asks(for: $0) }
    return Array(wanted.sorted { $0.key < $1.key }.prefix(query.limit))
  }

  /// Returns for each list of codes the records whose fields have them.
  func records(where fields: [Int], are values: [[Int32]]) -> [[StoredRecord]] {
    let groups = Dictionary(grouping: inOrder) { record in fields.map { record.values[$0].code } }
    return values.map { groups[$0] ?? [] }
  }
}

extension RecordQuery {
  fileprivate func asks(for record: StoredRecord) -> Bool {
    conditions.allSatisfy { record.values[$0.field].code == $0.code }
      && (submission ?? Int(record.stamp.submission)) == Int(record.stamp.submission)
      && (row ?? Int(record.stamp.row)) == Int(record.stamp.row)
      && (start.map { $0 < record.key } ?? true)
  }
}
