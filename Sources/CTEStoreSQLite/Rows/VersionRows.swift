import CTEModel
import CTEStore
import GRDB

/// How versions of records stand in rows, with all their fields and where they come from.
struct VersionRows {
  let table: RecordTable
  private let fields: [Int]

  init(_ type: RecordType) {
    table = RecordTable(type: type)
    fields = table.storedFields
  }

  /// The columns, in the order in which values are read and bound.
  var columns: String {
    table.quoted(fields.map { table.type.fields[$0].name } + RecordTable.stampColumns)
  }

  /// How many columns there are.
  var width: Int32 { Int32(fields.count + RecordTable.stampColumns.count) }

  // MARK: - Reading

  /// Returns the version in the row where a statement stands.
  func record(in statement: BoundStatement) -> StoredRecord {
    StoredRecord(
      type: table.type, values: values(in: statement),
      stamp: stamp(in: statement, at: Int32(fields.count)))
  }

  /// Returns the values in the row where a statement stands, by the field's place in the type.
  func values(in statement: BoundStatement) -> [StoredValue] {
    var values = table.type.fields.map { StoredValue.missing($0.kind) }
    for (column, field) in fields.enumerated() {
      values[field] =
        table.type.fields[field].kind == .text
        ? .text(Array(statement.text(Int32(column))))
        : .code(statement.code(Int32(column), isKey: table.isKey(field)))
    }
    return values
  }

  /// Returns the stamp whose three columns begin at one.
  func stamp(in statement: BoundStatement, at column: Int32) -> Stamp {
    Stamp(
      submission: statement.number(column), row: statement.number(column + 1),
      saved: statement.number(column + 2))
  }

  // MARK: - Writing

  /// Binds the values of a version, or of its key alone, from the first parameter on.
  ///
  /// - Parameter isKeyAlone: Whether all that isn't part of the key is left out.
  func bind(_ record: StoredRecord, isKeyAlone: Bool = false, to statement: BoundStatement) {
    for (column, field) in fields.enumerated() {
      let place = Int32(column) + 1
      switch record.values[field] {
      case _ where isKeyAlone && !table.isKey(field): statement.bindNull(at: place)
      case .code(missingCode) where table.isKey(field): statement.bind(0, at: place)
      case .code(missingCode), .text([]): statement.bindNull(at: place)
      case .code(let code): statement.bind(code, at: place)
      case .text(let bytes): statement.bindCopy(of: bytes, at: place)
      }
    }
    bind(record.stamp, isKeyAlone: isKeyAlone, to: statement)
  }

  private func bind(_ stamp: Stamp, isKeyAlone: Bool, to statement: BoundStatement) {
    let place = Int32(fields.count) + 1
    let isLeftOut = isKeyAlone && !table.type.isKeyedByProvenance
    for (offset, number) in [stamp.submission, stamp.row].enumerated() {
      isLeftOut
        ? statement.bindNull(at: place + Int32(offset))
        : statement.bind(number, at: place + Int32(offset))
    }
    isKeyAlone
      ? statement.bindNull(at: place + 2) : statement.bind(stamp.saved, at: place + 2)
  }
}
