import CTEModel
import CTERulePack
import GRDB

/// Records that checks look up, as they come from the database.
struct ReferenceRows: Sendable {
  private let type: RecordType
  private let fields: [Int]
  private let isText: [Bool]
  private let isKey: [Bool]
  private var columns: [[Int32]]
  /// The texts of fields of free text, to which the columns point.
  private var texts: [String] = []
  private var count = 0
  private let isWithoutRepeats: Bool

  static func read(
    _ request: ReferenceRequest, students: [Int32]?, from database: Database
  ) throws -> ReferenceRows {
    let table = RecordTable(type: request.type)
    var rows = ReferenceRows(request, table)
    let isOfOneYear = request.year != nil
    let statement: BoundStatement
    if let students, let field = request.studentField {
      statement = try BoundStatement(
        table.select(request.fields, isOfOneYear: isOfOneYear, studentField: field), in: database)
      statement.bind(students, at: 1)
      if let year = request.year { statement.bind(Int32(year.number), at: 2) }
    } else {
      statement = try BoundStatement(
        table.select(request.fields, isOfOneYear: isOfOneYear), in: database)
      if let year = request.year { statement.bind(Int32(year.number), at: 1) }
    }
    try rows.take(statement)
    return rows
  }

  /// How many rows are read before they are turned into columns.
  private static let blockSize = 1024

  /// Takes what a statement finds.
  private mutating func take(_ statement: BoundStatement) throws {
    let width = fields.count
    try withUnsafeTemporaryAllocation(of: Int32.self, capacity: width * Self.blockSize) { block in
      var rows = 0
      while try statement.next() {
        let row = UnsafeMutableBufferPointer(rebasing: block[rows * width..<(rows + 1) * width])
        read(statement, into: row)
        // Rows come in the order of their keys, so that most of those that are equal follow each other.
        if isWithoutRepeats, repeatsLast(row, after: rows, of: block) { continue }
        rows += 1
        if rows == Self.blockSize {
          append(rows, of: block)
          rows = 0
        }
      }
      append(rows, of: block)
    }
  }

  @inline(__always)
  private mutating func read(
    _ statement: BoundStatement, into row: UnsafeMutableBufferPointer<Int32>
  ) {
    for column in row.indices {
      row[column] =
        isText[column]
        ? keep(statement.text(Int32(column)))
        : statement.code(Int32(column), isKey: isKey[column])
    }
  }

  /// Whether a row equals the one before it, which is in the block or was the last of an earlier one.
  private func repeatsLast(
    _ row: UnsafeMutableBufferPointer<Int32>, after rows: Int,
    of block: UnsafeMutableBufferPointer<Int32>
  ) -> Bool {
    guard rows == 0 else {
      let start = (rows - 1) * row.count
      return row.indices.allSatisfy { block[start + $0] == row[$0] }
    }
    return count > 0 && row.indices.allSatisfy { columns[$0][count - 1] == row[$0] }
  }

  private mutating func append(_ rows: Int, of block: UnsafeMutableBufferPointer<Int32>) {
    let width = fields.count
    for column in fields.indices {
      for row in 0..<rows { columns[column].append(block[row * width + column]) }
    }
    count += rows
  }

  private init(_ request: ReferenceRequest, _ table: RecordTable) {
    type = request.type
    fields = request.fields
    isText = fields.map { request.type.fields[$0].kind == .text }
    isKey = fields.map { table.isKey($0) }
    isWithoutRepeats = request.isWithoutRepeats
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

  /// Returns the rows of several parts as one table.
  static func table(of parts: [ReferenceRows], keys: inout KeyTables) -> ReferenceTable {
    let tables = parts.map { $0.table(keys: &keys) }
    guard tables.count != 1, let first = tables.first else {
      return tables.first ?? ReferenceTable(columns: [], rowCount: 0)
    }
    return ReferenceTable(
      columns: first.columns.indices.map { field in
        first.columns[field] == nil ? nil : tables.flatMap { $0.columns[field] ?? [] }
      }, rowCount: tables.reduce(0) { $0 + $1.rowCount })
  }
}
