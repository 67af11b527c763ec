import CTEModel
import CTERulePack
import GRDB

/// Records that checks look up, as they come from the database.
struct ReferenceRows: Sendable {
  private let type: RecordType
  private let fields: [Int]
  private var columns: [[Int32]]
  /// The texts of fields of free text, to which the columns point.
  private var texts: [String] = []
  private var count = 0

  static func read(
    _ request: ReferenceRequest, students: [Int32]?, from database: Database
  ) throws -> ReferenceRows {
    var rows = ReferenceRows(type: request.type, fields: request.fields)
    let table = RecordTable(type: request.type)
    let studentField = students == nil ? nil : request.studentField
    let statement = try BoundStatement(
      table.select(
        request.fields, isOfOneYear: request.year != nil, studentField: studentField), in: database)
    if let year = request.year { statement.bind(Int32(year.number), at: 1) }
    guard let students, studentField != nil else {
      try rows.take(statement, table)
      return rows
    }
    for student in students {
      statement.bind(student, at: request.year == nil ? 1 : 2)
      try rows.take(statement, table)
    }
    return rows
  }

  /// Takes what a statement finds.
  private mutating func take(_ statement: BoundStatement, _ table: RecordTable) throws {
    let isText = fields.map { type.fields[$0].kind == .text }
    let isKey = fields.map { table.isKey($0) }
    while try statement.next() {
      for column in fields.indices {
        let code =
          isText[column]
          ? keep(statement.text(Int32(column)))
          : statement.code(Int32(column), isKey: isKey[column])
        columns[column].append(code)
      }
      count += 1
    }
  }

  private init(type: RecordType, fields: [Int]) {
    self.type = type
    self.fields = fields
    columns = Array(repeating: [], count: fields.count)
  }

  private mutating func keep(_ text: UnsafeBufferPointer<UInt8>) -> Int32 {
    guard !text.isEmpty else { return missingCode }
    texts.append(String(decoding: text, as: UTF8.self))
    return Int32(texts.count - 1)
  }

  /// Returns the rows as a table; free texts become words.
  func table(keys: inout KeyTables) -> ReferenceTable {
    var all: [[Int32]?] = Array(repeating: nil, count: type.fields.count)
    for (column, field) in zip(columns, fields) {
      guard type.fields[field].kind == .text else {
        all[field] = column
        continue
      }
      all[field] = column.map { code in
        code == missingCode ? missingCode : keys[.word].number(for: texts[Int(code)])
      }
    }
    return ReferenceTable(columns: all, rowCount: count)
  }
}
