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
  /// When it was committed, or previewed.
  public let moment: Moment
  /// What became of its rows.
  public let counts: RowCounts
  /// How often each rule failed, in the order in which the rules were asked.
  public let failures: [RuleCount]
  /// The number of its event in the audit log; the store gives it.
  public internal(set) var event = 0
  /// The event by which its records were taken out again; nil while it stands.
  public internal(set) var withdrawnIn: Int?
  /// Whether the versions of records that it ended are kept; those of stores of the first version aren't.
  public internal(set) var isJournaled = true
  /// The moment from which a preview can't be committed any more; nil for what is no preview.
  public private(set) var expires: Moment?
  /// The digest of the pack's files by which a preview was checked; nil for what is no preview.
  public private(set) var packDigest: String?

  /// Creates a submission.
  public init(
    number: Int, format: String, fileName: String, fileDigest: String, pack: String,
    year: FiscalYear, actor: String, moment: Moment, counts: RowCounts, failures: [RuleCount] = []
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
    self.failures = failures
  }

  /// Whether it is only a preview: the file and its findings are kept, and none of its records is written yet.
  public var isPreview: Bool { expires != nil }

  /// Returns whether it is a preview that can't be committed any more at a moment.
  public func hasExpired(at moment: Moment) -> Bool {
    expires.map { $0 <= moment } ?? false
  }

  /// Whether its records were taken out again.
  public var isWithdrawn: Bool { withdrawnIn != nil }

  /// Whether its records were brought, and not taken out again.
  public var isStanding: Bool { !isPreview && !isWithdrawn }

  /// Returns the submission as a preview, whose counts say what would become of its rows.
  ///
  /// - Parameters:
  ///   - expires: The moment from which it can't be committed any more.
  ///   - packDigest: The digest of the pack's files by which it was checked.
  public func previewed(expires: Moment, packDigest: String) -> Submission {
    var submission = self
    submission.expires = expires
    submission.packDigest = packDigest
    return submission
  }

  /// How many findings of a severity there were.
  public func findingCount(_ severity: Severity) -> Int {
    failures.reduce(0) { $1.severity == severity ? $0 + $1.count : $0 }
  }

  /// Returns the submission as a store keeps it.
  ///
  /// - Parameters:
  ///   - event: The number of its event.
  ///   - withdrawnIn: The event by which its records were taken out again; nil while it stands.
  ///   - isJournaled: Whether the versions of records that it ended are kept.
  public func kept(in event: Int, withdrawnIn: Int?, isJournaled: Bool = true) -> Submission {
    var submission = self
    submission.event = event
    submission.withdrawnIn = withdrawnIn
    submission.isJournaled = isJournaled
    return submission
  }
}

/// How often a rule failed in a file. The number is exact, however many findings are kept.
public struct RuleCount: Hashable, Sendable {
  /// The rule.
  public let rule: RuleID
  /// How much its findings weigh.
  public let severity: Severity
  /// How often it failed.
  public let count: Int

  /// Creates a count.
  public init(rule: RuleID, severity: Severity, count: Int) {
    self.rule = rule
    self.severity = severity
    self.count = count
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
