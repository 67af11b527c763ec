import CTEModel
import CTERulePack
import CTEStore

/// Reads the lists of a tenant, or those of its pack where the tenant has loaded none of its own.
struct ListReader {
  private let session: any ReadSession
  private var knowledge: Knowledge
  private var lists: PackLists

  /// Creates a reader.
  ///
  /// - Parameter keys: The identifiers of the tenant, to which those of the pack's lists are added.
  init(_ session: any ReadSession, keys: KeyTables, in pack: RulePack) {
    self.session = session
    knowledge = Knowledge(keys: keys, records: [])
    lists = PackLists(of: pack)
  }

  /// The identifiers that are known by now.
  var keys: KeyTables { knowledge.keys }

  /// Returns some fields of the records of a type, as columns of codes by the name of the field.
  ///
  /// - Parameter year: The only year wanted; nil for all.
  mutating func columns(
    _ fields: [String], of type: RecordType, year: FiscalYear? = nil
  ) async throws -> ListColumns {
    let places = fields.compactMap { type.index(of: $0) }
    let request = ReferenceRequest(
      lookup: type.name, type: type, fields: places.sorted(), year: year, studentField: nil)
    var data = try await session.reference(
      for: [request], students: nil, keys: &knowledge.keys)
    try knowledge.fillIn(&data, [request], from: &lists)
    return ListColumns(data.tables[type.name], of: type)
  }

  /// Returns the titles of identifiers that have one, by their number.
  mutating func titles(
    _ field: String, of type: RecordType
  ) async throws -> [Int32: String] {
    let list = try await columns(["id", field], of: type)
    var titles: [Int32: String] = [:]
    for row in 0..<list.rowCount {
      let title = list.code(of: field, row)
      if title != missingCode { titles[list.code(of: "id", row)] = keys[.word].text(of: title) }
    }
    return titles
  }
}

/// Some fields of records.
struct ListColumns {
  private let table: ReferenceTable?
  private let type: RecordType

  init(_ table: ReferenceTable?, of type: RecordType) {
    self.table = table
    self.type = type
  }

  /// How many records there are.
  var rowCount: Int { table?.rowCount ?? 0 }

  /// Returns the code of a field; that of a missing value where it has none.
  func code(of field: String, _ row: Int) -> Int32 {
    type.index(of: field).flatMap { table?.columns[$0]?[row] } ?? missingCode
  }
}
