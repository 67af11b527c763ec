import CTEModel
import CTERulePack
import CTEStore

/// Reads whole records of a tenant, those alone that an actor sees.
///
/// Of students it shows all: whoever asks for them got their numbers from a record that the actor sees.
struct SeenRecords {
  let session: any ReadSession
  let scope: AccessScope

  /// Returns the records of a type whose fields have some codes, in the order of their keys.
  ///
  /// - Parameter codes: The codes by the name of the field.
  func all(of type: RecordType, where codes: [String: Int32] = [:]) async throws -> [StoredRecord] {
    var query = RecordQuery(type)
    query.conditions = codes.compactMap { name, code in
      type.index(of: name).map { (field: $0, code: code) }
    }.sorted { $0.field < $1.field }
    var records: [StoredRecord] = []
    while true {
      let page = try await session.records(query)
      guard let last = page.last else { return records }
      query.start = last.key
      records += page.filter(shows)
    }
  }

  /// Returns the records of a type whose fields have one of several combinations of codes.
  func all(
    of type: RecordType, where fields: [String], are codes: [[Int32]]
  ) async throws -> [StoredRecord] {
    let places = fields.compactMap { type.index(of: $0) }
    return try await session.records(of: type, where: places, are: codes).joined().filter(shows)
  }

  private func shows(_ record: StoredRecord) -> Bool {
    // What belongs to no part of a tenant is published for all of it.
    !record.type.isOfParts || scope.contains(record)
  }
}
