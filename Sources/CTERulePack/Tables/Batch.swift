public import CTEModel

/// Rows of a file as typed columns, one set for each record that a row makes.
public struct Batch: Sendable {
  /// The rows as the file has them.
  public let table: Table
  /// The records that the rows make, in the order of the format.
  public var records: [RecordBatch]

  /// Creates a batch.
  public init(table: Table, records: [RecordBatch]) {
    self.table = table
    self.records = records
  }
}

/// One record for each row of a batch, as a struct of arrays.
public struct RecordBatch: Sendable {
  /// The record type.
  public let type: RecordType
  /// The columns, by the field's place in the type.
  public var columns: [Column]
  /// For each row, the fields in which an error was found, as bits by the field's place.
  public var errors: [UInt64]

  /// Creates the records of a batch.
  public init(type: RecordType, columns: [Column], errors: [UInt64]) {
    precondition(type.fields.count <= 64, "errors of a row are kept as 64 bits")
    self.type = type
    self.columns = columns
    self.errors = errors
  }

  /// The values of one field.
  public enum Column: Sendable {
    /// The file doesn't carry the field.
    case absent
    /// A code for each row, `missingCode` where there is no value.
    case codes([Int32])
    /// A range of the table's bytes for each row, empty where there is no value.
    case texts([Table.Cell])
  }
}
