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

  static func read(_ request: ReferenceRequest, from database: Database) throws -> ReferenceRows {
    var rows = ReferenceRows(type: request.type, fields: request.fields)
    let table = RecordTable(type: request.type)
    let statement = try BoundStatement(
      table.select(request.fields, ofYear: request.year != nil), in: database)
    if let year = request.year { statement.bind(Int32(year.number), at: 1) }
    let isText = request.fields.map { request.type.fields[$0].kind == .text }
    let isKey = request.fields.map { table.isKey($0) }
    while try statement.next() {
      for column in request.fields.indices {
        let code =
          isText[column]
          ? rows.keep(statement.text(Int32(column)))
          : statement.code(Int32(column), isKey: isKey[column])
        rows.columns[column].append(code)
      }
      rows.count += 1
    }
    return rows
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
