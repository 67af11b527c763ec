import CTEModel

/// How records of a type stand in their table.
struct RecordTable {
  let type: RecordType

  /// The columns of the primary key, in the order in which rows are clustered.
  var keyColumns: [String] {
    type.naturalKey + (type.isKeyedByProvenance ? ["submission", "row"] : [])
  }

  /// Whether 0 stands for a missing value of a field, because it is part of the primary key.
  func isKey(_ field: Int) -> Bool { type.naturalKey.contains(type.fields[field].name) }

  /// The statement that adds a record with some fields; parts of the key that aren't among them are missing.
  func insert(_ fields: [Int], ifAbsent: Bool) -> String {
    let absent = type.naturalKey.filter { key in !fields.contains { type.fields[$0].name == key } }
    let columns = fields.map { type.fields[$0].name } + ["submission", "row"] + absent
    let values =
      Array(repeating: "?", count: fields.count + 2) + Array(repeating: "0", count: absent.count)
    let conflict = ifAbsent ? " ON CONFLICT DO NOTHING" : ""
    return
      "INSERT INTO \(type.name)(\(quoted(columns))) VALUES(\(values.joined(separator: ", ")))\(conflict)"
  }

  /// The statement that gives a record of the same key other values; nil where the key is all there is.
  ///
  /// Parameters are numbered as those of `insert`.
  func update(_ fields: [Int]) -> String? {
    let places = Array(fields.enumerated())
    let values = places.filter { !isKey($0.element) }
    guard !values.isEmpty else { return nil }
    let assignments =
      values.map { "\"\(type.fields[$0.element].name)\" = ?\($0.offset + 1)" }
      + ["submission = ?\(fields.count + 1)", "\"row\" = ?\(fields.count + 2)", "saved = 0"]
    let keys = keyConditions(fields)
    return "UPDATE \(type.name) SET \(assignments.joined(separator: ", ")) WHERE \(keys)"
  }

  /// The statement that keeps the version that `update` would end, if any value differs; it has its event as a further
  /// parameter.
  func endVersion(_ fields: [Int]) -> String {
    let differences = fields.enumerated().filter { !isKey($0.element) }
      .map { "\"\(type.fields[$0.element].name)\" IS NOT ?\($0.offset + 1)" }
    let columns = quoted(storedFields.map { type.fields[$0].name } + Self.stampColumns)
    // What a file brings twice ended the earlier version with the first of its rows, and leaves that of the last.
    return """
      INSERT INTO \(journal)(\(columns), event, leftSubmission, leftRow, leftSaved) \
      SELECT \(columns), ?\(fields.count + 3), ?\(fields.count + 1), ?\(fields.count + 2), 0 \
      FROM \(type.name) WHERE \(keyConditions(fields)) AND (\(differences.joined(separator: " OR "))) \
      ON CONFLICT DO UPDATE SET leftRow = excluded.leftRow
      """
  }

  private func keyConditions(_ fields: [Int]) -> String {
    type.naturalKey.map { key in
      let place = fields.firstIndex { type.fields[$0].name == key }
      return "\"\(key)\" = " + (place.map { "?\($0 + 1)" } ?? "0")
    }.joined(separator: " AND ")
  }

  /// The condition of records whose keys come after one.
  var isAfterKey: String {
    let marks = keyColumns.map { _ in "?" }.joined(separator: ", ")
    return "(\(quoted(keyColumns))) > (\(marks))"
  }

  /// The table of versions that events ended.
  var journal: String { "earlier_\(type.name)" }

  /// The fields that are stored, by their place in the type.
  var storedFields: [Int] { type.fields.indices.filter { !type.fields[$0].isTransient } }

  /// The columns that say where a version comes from.
  static let stampColumns = ["submission", "row", "saved"]

  /// The statement that reads some fields of records, in the order of the primary key.
  ///
  /// - Parameters:
  ///   - fields: The fields, by their place in the type.
  ///   - isOfOneYear: Whether a year is its first parameter.
  func select(_ fields: [Int], isOfOneYear: Bool) -> String {
    let columns = quoted(fields.map { type.fields[$0].name })
    let condition = isOfOneYear ? " WHERE year = ?" : ""
    return "SELECT \(columns) FROM \(type.name)\(condition) ORDER BY \(quoted(keyColumns))"
  }

  /// The statement that reads some fields of records of some students, one student after the other, in the order of the
  /// primary key.
  ///
  /// One statement for many students needn't find its way from the top of the tree for each.
  ///
  /// - Parameters:
  ///   - fields: The fields, by their place in the type.
  ///   - isOfOneYear: Whether a year is its second parameter; the first one is the JSON list of the students' numbers.
  ///   - studentField: The field that is a student.
  func select(_ fields: [Int], isOfOneYear: Bool, studentField: Int) -> String {
    let columns = fields.map { "records.\"\(type.fields[$0].name)\"" }.joined(separator: ", ")
    let condition = isOfOneYear ? " AND records.year = ?" : ""
    return """
      SELECT \(columns) FROM json_each(?) AS wanted CROSS JOIN \(type.name) AS records \
      ON records."\(type.fields[studentField].name)" = wanted.value\(condition)
      """
  }

  func quoted(_ names: [String]) -> String {
    names.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}
