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

  /// The statement that gives a record of the same key other values, if any differs; nil where the key is all there is.
  ///
  /// Parameters are numbered as those of `insert`.
  func update(_ fields: [Int]) -> String? {
    let places = Array(fields.enumerated())
    let values = places.filter { !isKey($0.element) }
    guard !values.isEmpty else { return nil }
    let assignments =
      values.map { "\"\(type.fields[$0.element].name)\" = ?\($0.offset + 1)" }
      + ["submission = ?\(fields.count + 1)", "\"row\" = ?\(fields.count + 2)"]
    let differences = values.map { "\"\(type.fields[$0.element].name)\" IS NOT ?\($0.offset + 1)" }
    let keys = type.naturalKey.map { key in
      let place = places.first { type.fields[$0.element].name == key }
      return "\"\(key)\" = " + (place.map { "?\($0.offset + 1)" } ?? "0")
    }
    return """
      UPDATE \(type.name) SET \(assignments.joined(separator: ", ")) \
      WHERE \(keys.joined(separator: " AND ")) AND (\(differences.joined(separator: " OR ")))
      """
  }

  /// The statement that reads some fields of records, in the order of the primary key.
  ///
  /// - Parameters:
  ///   - fields: The fields, by their place in the type.
  ///   - isOfOneYear: Whether a year is its first parameter.
  ///   - studentField: The field that the last parameter is the value of; nil for records of all students.
  func select(_ fields: [Int], isOfOneYear: Bool, studentField: Int? = nil) -> String {
    let conditions =
      (isOfOneYear ? ["year = ?"] : [])
      + (studentField.map { ["\(quoted([type.fields[$0].name])) = ?"] } ?? [])
    let condition = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    let columns = quoted(fields.map { type.fields[$0].name })
    return "SELECT \(columns) FROM \(type.name)\(condition) ORDER BY \(quoted(keyColumns))"
  }

  private func quoted(_ names: [String]) -> String {
    names.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}
