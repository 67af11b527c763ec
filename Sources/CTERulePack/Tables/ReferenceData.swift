public import CTEModel

/// What the checks of a record type need to know of the records that are there already.
public struct ReferenceRequest: Sendable {
  /// The look-up for which the records are wanted.
  public let lookup: String
  /// The type of the records.
  public let type: RecordType
  /// The fields that are read, by their place in the type, in ascending order.
  public let fields: [Int]
  /// The only year wanted; nil for all.
  public let year: FiscalYear?
  /// The field that must be the student of the row, by its place in the type; nil if records of any student are wanted.
  public let studentField: Int?
  /// Whether records that are equal in all fields that are read may be left out but for one of them.
  public let isWithoutRepeats: Bool

  /// Creates a request.
  public init(
    lookup: String, type: RecordType, fields: [Int], year: FiscalYear?, studentField: Int?,
    isWithoutRepeats: Bool = false
  ) {
    self.isWithoutRepeats = isWithoutRepeats
    self.lookup = lookup
    self.type = type
    self.fields = fields
    self.year = year
    self.studentField = studentField
  }

  /// Whether the records of the students of a file are all that is needed to answer the request for the file.
  public var isAboutStudentsOfFile: Bool {
    studentField != nil || !fields.contains { type.fields[$0].kind == .key(.student) }
  }
}

/// Records that are there already, as columns of codes.
public struct ReferenceTable: Sendable {
  /// The columns, by the field's place in the type; nil for fields that nobody reads.
  public let columns: [[Int32]?]
  /// How many records there are.
  public let rowCount: Int
  /// Whether there are others that the table doesn't have, so that nothing follows from what isn't found.
  public let isPartial: Bool

  /// Creates a table; every column has a code for each record.
  public init(columns: [[Int32]?], rowCount: Int, isPartial: Bool = false) {
    self.columns = columns
    self.rowCount = rowCount
    self.isPartial = isPartial
  }
}

/// Records that are there already, by the look-up that reads them.
public struct ReferenceData: Sendable {
  /// The tables by the look-up's name; look-ups without one can't be asked.
  public var tables: [String: ReferenceTable]
  /// Whether a store was asked, so that it is known what is recorded already.
  public let isOfStore: Bool

  /// Creates reference data.
  public init(tables: [String: ReferenceTable] = [:], isOfStore: Bool = true) {
    self.tables = tables
    self.isOfStore = isOfStore
  }
}

/// A wish for the identities of all records of a type, to find repetitions.
public struct IdentityRequest: Sendable {
  /// The type of the records.
  public let type: RecordType
  /// The fields of the identity, by their place in the type.
  public let identity: [Int]
  /// The fields that make two records of one identity equal, by their place, in ascending order.
  public let content: [Int]

  /// The field of the identity that is a student, by its place in the type; nil where none is.
  public var studentField: Int? { identity.first { type.fields[$0].kind == .key(.student) } }

  /// Creates a request.
  public init(type: RecordType, identity: [Int], content: [Int]) {
    self.type = type
    self.identity = identity
    self.content = content
  }
}

/// The identities of stored records with a digest of their content.
public struct StoredIdentities: Sendable {
  /// The codes of the identities, one record after the other.
  public var codes: [Int32] = []
  /// The digests of the records' content.
  public var digests: [UInt64] = []

  /// Creates an empty list.
  public init() {}
}
