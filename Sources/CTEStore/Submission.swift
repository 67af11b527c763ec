public import CTEModel

/// A file that was taken in, with what became of its rows.
public struct Submission: Hashable, Sendable {
  /// The number, consecutive within the tenant from 1.
  public let number: Int
  /// The format's name.
  public let format: String
  /// The file's name.
  public let fileName: String
  /// The SHA-256 of the file's bytes, in hexadecimal digits.
  public let fileDigest: String
  /// The pack and its version, such as `lakeland 1.2.0`.
  public let pack: String
  /// The fiscal year whose rules held.
  public let year: FiscalYear
  /// Who sent it.
  public let actor: String
  /// When it was committed.
  public let moment: Moment
  /// What became of its rows.
  public let counts: RowCounts

  /// Creates a submission.
  public init(
    number: Int, format: String, fileName: String, fileDigest: String, pack: String,
    year: FiscalYear, actor: String, moment: Moment, counts: RowCounts
  ) {
    self.number = number
    self.format = format
    self.fileName = fileName
    self.fileDigest = fileDigest
    self.pack = pack
    self.year = year
    self.actor = actor
    self.moment = moment
    self.counts = counts
  }
}

/// How many rows of a file became what.
public struct RowCounts: Hashable, Encodable, Sendable {
  /// Rows that were read; blank ones don't count.
  public var read = 0
  /// Rows whose records are new.
  public var accepted = 0
  /// Rows that equal what was there.
  public var unchanged = 0
  /// Rows that changed a record.
  public var updated = 0
  /// Rows that carry an error.
  public var rejected = 0

  /// Creates counts of nothing.
  public init() {}
}
