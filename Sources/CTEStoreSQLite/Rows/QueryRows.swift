import CTEModel
import CTEStore
import GRDB

/// Reads versions of records that stand in the store.
struct QueryRows {
  private let rows: VersionRows

  init(_ type: RecordType) {
    rows = VersionRows(type)
  }

  /// Returns a page of records.
  func page(_ query: RecordQuery, from database: Database) throws -> [StoredRecord] {
    let table = rows.table
    var conditions = query.conditions.map { condition(on: $0.field) }
    var values = query.conditions.map { $0.code }
    for (column, number) in [("submission", query.submission), ("row", query.row)] {
      guard let number else { continue }
      // No record has a number that the store can't hold.
      guard let code = Int32(exactly: number) else { return [] }
      conditions.append("\"\(column)\" = ?")
      values.append(code)
    }
    if let start = query.start {
      conditions.append(table.isAfterKey)
      values += start.codes.map { $0 == missingCode ? 0 : $0 }
    }
    let whole = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    let statement = try BoundStatement(
      "SELECT \(rows.columns) FROM \(table.type.name)\(whole) "
        + "ORDER BY \(table.quoted(table.keyColumns)) LIMIT \(query.limit)", in: database)
    for (place, value) in zip(1..., zip(values, isKey(query) + values.map { _ in true })) {
      bind(value.0, isKey: value.1, to: statement, at: place)
    }
    return try all(statement)
  }

  private func isKey(_ query: RecordQuery) -> [Bool] {
    query.conditions.map { rows.table.isKey($0.field) }
  }

  /// Returns for each list of codes the records whose fields have them.
  func answers(
    where fields: [Int], are values: [[Int32]], from database: Database
  ) throws -> [[StoredRecord]] {
    let conditions = fields.map { condition(on: $0) }.joined(separator: " AND ")
    let table = rows.table
    let statement = try BoundStatement(
      "SELECT \(rows.columns) FROM \(table.type.name) WHERE \(conditions) "
        + "ORDER BY \(table.quoted(table.keyColumns))", in: database)
    return try values.map { codes in
      for (place, (field, code)) in zip(1..., zip(fields, codes)) {
        bind(code, isKey: table.isKey(field), to: statement, at: place)
      }
      return try all(statement)
    }
  }

  /// `IS` finds missing values too.
  private func condition(on field: Int) -> String {
    let sign = rows.table.isKey(field) ? "=" : "IS"
    return "\"\(rows.table.type.fields[field].name)\" \(sign) ?"
  }

  private func bind(_ code: Int32, isKey: Bool, to statement: BoundStatement, at place: Int) {
    if code != missingCode {
      statement.bind(code, at: Int32(place))
    } else if isKey {
      statement.bind(0, at: Int32(place))
    } else {
      statement.bindNull(at: Int32(place))
    }
  }

  private func all(_ statement: BoundStatement) throws -> [StoredRecord] {
    var records: [StoredRecord] = []
    while try statement.next() { records.append(rows.record(in: statement)) }
    return records
  }
}
