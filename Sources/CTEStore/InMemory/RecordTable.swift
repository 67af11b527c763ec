import CTEModel
import CTERulePack

/// The records of one type, each under the key that tells it from all others.
struct RecordTable: Sendable {
  private let type: RecordType
  /// The natural key, by the fields' place in the type.
  private let keyFields: [Int]
  /// The values of each record, by the field's place in the type.
  private var records: [[Int32]: [StoredValue]] = [:]

  /// Creates a table without records.
  init(of type: RecordType) {
    self.type = type
    keyFields = type.naturalKey.compactMap { type.index(of: $0) }
  }

  /// How many records there are.
  var count: Int { records.count }
}

// MARK: - Writing

extension RecordTable {
  /// Writes records, and returns what became of each.
  ///
  /// - Throws: `StoreError` with the code `unusable` where one is there already that isn't to be updated.
  mutating func write(_ changes: RecordChanges, submission: Int) throws -> [RecordFate] {
    let incoming = changes.rowNumbers.indices.map { self.incoming($0, of: changes) }
    let keys = incoming.map { record in keyFields.map { record[$0]?.code ?? missingCode } }
    let last = Dictionary(zip(keys, keys.indices)) { max($0, $1) }
    return try incoming.indices.map { place in
      // Of records of one key in the same file, the last one stands.
      if changes.updates, last[keys[place]] != place { return .unchanged }
      let provenance =
        type.isKeyedByProvenance ? [Int32(submission), changes.rowNumbers[place]] : []
      return try put(incoming[place], under: keys[place] + provenance, updates: changes.updates)
    }
  }

  /// Returns the values that a record brings, by the field's place in the type.
  private func incoming(_ record: Int, of changes: RecordChanges) -> [Int: StoredValue] {
    let values = changes.columns.map { changes.value(of: record, in: $0) }
    return Dictionary(uniqueKeysWithValues: zip(changes.fields, values))
  }

  private mutating func put(
    _ incoming: [Int: StoredValue], under key: [Int32], updates: Bool
  ) throws -> RecordFate {
    let old = records[key]
    guard old == nil || updates else {
      throw StoreError(.unusable, "a \(type.name) of the same key is there already")
    }
    var new = old ?? type.fields.map { StoredValue.missing($0.kind) }
    for (field, value) in incoming { new[field] = value }
    records[key] = new
    return old == nil ? .accepted : old == new ? .unchanged : .updated
  }
}

// MARK: - Reading

extension RecordTable {
  /// Returns the records that a look-up asks for, as columns of codes.
  ///
  /// - Parameter words: Gives the codes of free texts.
  func reference(
    for request: ReferenceRequest, students: [Int32]?, words: inout KeyTable
  ) -> ReferenceTable {
    let rows = rows(of: students, in: request.studentField).filter { isOf(request.year, $0) }
    var columns: [[Int32]?] = Array(repeating: nil, count: type.fields.count)
    for field in request.fields { columns[field] = rows.map { $0[field].code(as: &words) } }
    return ReferenceTable(columns: columns, rowCount: rows.count)
  }

  /// Returns the identities of records with digests of their content.
  func identities(for request: IdentityRequest, students: [Int32]?) -> StoredIdentities {
    var identities = StoredIdentities()
    for row in rows(of: students, in: request.studentField) {
      var digest = ContentDigest()
      for field in request.content { digest.combine(row[field]) }
      for field in request.identity {
        // The rows of a file that doesn't carry a part have none, so it counts as missing here too.
        let code = request.content.contains(field) ? row[field].code : missingCode
        identities.codes.append(
          code == missingCode ? ContentDigest.placeholder(of: digest.value) : code)
      }
      identities.digests.append(digest.value)
    }
    return identities
  }

  private func isOf(_ year: FiscalYear?, _ row: [StoredValue]) -> Bool {
    guard let year, let field = type.index(of: "year") else { return true }
    return row[field].code == Int32(year.number)
  }

  /// Returns the records in the order of their keys; where only some students are wanted, one after the other.
  private func rows(of students: [Int32]?, in studentField: Int?) -> [[StoredValue]] {
    let rows = records.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    guard let students, let studentField else { return rows }
    let own = Dictionary(grouping: rows) { $0[studentField].code }
    return students.flatMap { own[$0] ?? [] }
  }
}
