public import CTEModel

/// What a batch changes in a tenant's store.
public struct ChangeSet: Sendable {
  /// Identifiers that the store doesn't know yet and that the records need.
  public var newKeys: [NewKey] = []
  /// The records, by the order of the format.
  public var records: [RecordChanges] = []

  /// Creates an empty change set.
  public init() {}

  /// An identifier with the number that stands for it.
  public struct NewKey: Sendable {
    /// The domain of the identifier.
    public let domain: KeyDomain
    /// Its number.
    public let number: Int32
    /// Its text.
    public let text: String

    /// Creates a new identifier.
    public init(domain: KeyDomain, number: Int32, text: String) {
      self.domain = domain
      self.number = number
      self.text = text
    }
  }
}

extension ChangeSet.NewKey: CustomStringConvertible {
  /// A placeholder, because the text may be a student's number.
  public var description: String { "<\(domain.rawValue) \(number)>" }
}

/// Records of one type that a batch writes.
public struct RecordChanges: Sendable {
  /// The record type.
  public let type: RecordType
  /// The fields that are written, by their place in the type, in ascending order.
  public let fields: [Int]
  /// The values of those fields, aligned with `fields`.
  public let columns: [RecordBatch.Column]
  /// The bytes into which texts point.
  public let bytes: [UInt8]
  /// For each record, its row in the file as a spreadsheet program shows it.
  public let rowNumbers: [Int32]
  /// Whether a record of the same natural key is updated; otherwise all records are new.
  public let updates: Bool

  /// Creates the changes; every column has a value for each row number.
  public init(
    type: RecordType, fields: [Int], columns: [RecordBatch.Column], bytes: [UInt8],
    rowNumbers: [Int32], updates: Bool
  ) {
    self.type = type
    self.fields = fields
    self.columns = columns
    self.bytes = bytes
    self.rowNumbers = rowNumbers
    self.updates = updates
  }
}

/// What became of a record that was written.
public enum RecordFate: UInt8, Comparable, Sendable {
  /// A record of equal content was there.
  case unchanged
  /// A record of the same identity was there and took the new content.
  case updated
  /// It is new.
  case accepted

  /// Returns whether the first changes less than the second.
  public static func < (first: RecordFate, second: RecordFate) -> Bool {
    first.rawValue < second.rawValue
  }
}
