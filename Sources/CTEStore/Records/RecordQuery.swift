public import CTEModel

/// A wish for records of one type, in the order of their keys, page by page.
public struct RecordQuery: Sendable {
  /// The type.
  public let type: RecordType
  /// Fields by their place in the type, and the codes that they must have; `missingCode` asks for those without a value.
  public var conditions: [(field: Int, code: Int32)] = []
  /// The submission that brought them; 0 for those that persons entered, nil for all.
  public var submission: Int?
  /// The row of the submission, or the event of the entry; nil for all.
  public var row: Int?
  /// The key after which the page begins; nil for the first page.
  public var start: RecordKey?
  /// The most records of a page.
  public var limit: Int

  /// Creates a wish for all records of a type.
  public init(_ type: RecordType, limit: Int = RecordQuery.pageSize) {
    self.type = type
    self.limit = limit
  }

  /// Creates a wish for the record of a name.
  public init(_ type: RecordType, id: RecordID) {
    self.init(type)
    submission = id.submission
    row = id.row
  }

  /// How many records are read at a time, so that memory is bounded by the page.
  public static let pageSize = 10_000
}
