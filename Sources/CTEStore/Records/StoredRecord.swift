public import CTEModel

/// A version of a record with where it comes from.
public struct StoredRecord: Hashable, Sendable {
  /// The record type.
  public let type: RecordType
  /// The values, by the field's place in the type; those that are never stored are missing.
  public var values: [StoredValue]
  /// Where the version comes from.
  public var stamp: Stamp

  /// Creates a version; there must be a value for each field.
  public init(type: RecordType, values: [StoredValue], stamp: Stamp) {
    precondition(values.count == type.fields.count, "a record has a value for each field")
    self.type = type
    self.values = values
    self.stamp = stamp
  }

  /// The name of the record.
  public var id: RecordID { stamp.id }

  /// What tells it from all others of the type: the natural key, and where it came from if that may repeat.
  public var key: RecordKey {
    let natural = type.naturalKey.compactMap { type.index(of: $0) }.map { values[$0].code }
    return RecordKey(
      type.isKeyedByProvenance ? natural + [stamp.submission, stamp.row] : natural)
  }

  /// Returns the code of a field, by its name; that of a missing value where the type has no such field.
  public func code(of field: String) -> Int32 {
    type.index(of: field).map { values[$0].code } ?? missingCode
  }
}

extension StoredRecord: CustomStringConvertible {
  /// The type and the record's name, so that no log line can identify a student.
  public var description: String { "\(type.name) \(id)" }
}

/// The codes that tell a record from all others of its type, in the order in which stores keep records.
public struct RecordKey: Hashable, Comparable, Sendable {
  /// The codes of the natural key; of types that are keyed by it, then the submission and the row.
  public let codes: [Int32]

  /// Creates a key.
  public init(_ codes: [Int32]) {
    self.codes = codes
  }

  /// Returns whether the first comes before the second.
  public static func < (first: RecordKey, second: RecordKey) -> Bool {
    first.codes.lexicographicallyPrecedes(second.codes)
  }
}
