import CTEModel
import GRDB
import GRDBSQLite

/// A prepared statement that is bound and stepped without a value for each cell, as bulk work asks for.
struct BoundStatement {
  private let statement: Statement
  private let handle: OpaquePointer
  private let connection: OpaquePointer

  /// Prepares a statement, or takes it as it was prepared before.
  init(_ sql: String, in database: Database) throws {
    guard let connection = database.sqliteConnection else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE)
    }
    statement = try database.cachedStatement(sql: sql)
    handle = statement.sqliteStatement
    self.connection = connection
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  // MARK: - Parameters, counted from 1

  @inline(__always)
  func bind(_ number: Int32, at place: Int32) {
    sqlite3_bind_int(handle, place, number)
  }

  @inline(__always)
  func bindNull(at place: Int32) {
    sqlite3_bind_null(handle, place)
  }

  /// Binds a text, whose bytes must stay where they are until the statement has run.
  @inline(__always)
  func bind(_ text: UnsafeBufferPointer<UInt8>, at place: Int32) {
    text.withMemoryRebound(to: CChar.self) { text in
      _ = sqlite3_bind_text(handle, place, text.baseAddress, Int32(text.count), nil)
    }
  }

  /// Binds numbers as a JSON list.
  func bind(_ numbers: [Int32], at place: Int32) {
    bindCopy(of: Array("[\(numbers.map(String.init).joined(separator: ","))]".utf8), at: place)
  }

  /// Binds texts as a JSON list.
  func bind(_ texts: [String], at place: Int32) {
    var list = Array("[".utf8)
    for text in texts {
      if list.count > 1 { list.append(UInt8(ascii: ",")) }
      list.append(UInt8(ascii: "\""))
      for byte in text.utf8 { Self.append(byte, to: &list) }
      list.append(UInt8(ascii: "\""))
    }
    bindCopy(of: list + [UInt8(ascii: "]")], at: place)
  }

  private static func append(_ byte: UInt8, to list: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): list += [UInt8(ascii: "\\"), byte]
    case 0..<0x20:
      let digits = Array("0123456789abcdef".utf8)
      list += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    default: list.append(byte)
    }
  }

  /// Binds a text of its own copy.
  func bindCopy(of text: [UInt8], at place: Int32) {
    text.withUnsafeBytes { bytes in
      let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      // SQLite's mark for texts that it has to copy.
      let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      _ = sqlite3_bind_text(handle, place, start, Int32(bytes.count), copies)
    }
  }

  /// Runs the statement with what is bound, and returns how many rows it changed.
  @inline(__always)
  func run() throws -> Int32 {
    let code = sqlite3_step(handle)
    sqlite3_reset(handle)
    guard code == SQLITE_DONE else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    return sqlite3_changes(connection)
  }

  // MARK: - Rows

  /// Goes to the next row, and returns whether there is one.
  @inline(__always)
  func next() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(handle)
      return false
    case let code:
      sqlite3_reset(handle)
      throw DatabaseError(resultCode: ResultCode(rawValue: code))
    }
  }

  /// Returns the number in a column, counted from 0; 0 where there is none.
  func number(_ column: Int32) -> Int32 { sqlite3_column_int(handle, column) }

  /// Returns whether a column, counted from 0, has no value.
  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  /// Returns the code in a column, counted from 0.
  @inline(__always)
  func code(_ column: Int32, isKey: Bool) -> Int32 {
    let number = sqlite3_column_int(handle, column)
    if number != 0 { return number }
    return isKey || sqlite3_column_type(handle, column) == SQLITE_NULL ? missingCode : 0
  }

  /// Returns the bytes of the text in a column, counted from 0; they stay until the next row.
  @inline(__always)
  func text(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    guard let start = sqlite3_column_text(handle, column) else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
  }
}
