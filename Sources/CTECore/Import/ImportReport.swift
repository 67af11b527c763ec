public import CTEIntake
public import CTEModel
public import CTEStore

/// What became of a file: of its rows, of every rule, and what is wrong with it.
///
/// Counts are always exact. Findings are kept for the first thousand rows of each rule; an error file has them all.
public struct ImportReport: Sendable {
  /// The number of the submission; nil where nothing was committed.
  public let submission: Int?
  /// The format by which the file was read.
  public let format: String
  /// Which part of the file was read; nil for a file that couldn't be taken in.
  public let place: TablePlace?
  /// What became of the file as a whole.
  public let state: State
  /// What became of its rows.
  public let counts: RowCounts
  /// How many findings there are of each severity.
  public let findingCounts: [Severity: Int]
  /// The findings, in file order, as far as they are kept.
  public let findings: [Finding]
  /// What there is to know of the file as a whole.
  public let notices: [Notice]
  /// What was made good, by column.
  public let repairs: [Repair]
  /// What became of every rule: cell checks first, then the rules in the order in which they are asked.
  public let outcomes: [RuleOutcome]

  /// What can become of a file as a whole.
  public enum State: String, Sendable {
    /// Its accepted rows are in the store.
    case committed
    /// It was only looked at; nothing was written.
    case preview
    /// The store has all of it already; nothing was written.
    case unchanged
    /// It couldn't be taken in at all; nothing was written.
    case refused
  }

  /// Whether a row carries an error.
  public var hasErrors: Bool { (findingCounts[.error] ?? 0) > 0 }

  /// Why the file couldn't be taken in; nil where it was.
  public var reason: IntakeError?

  /// Creates the report of a file that couldn't be taken in at all.
  public static func refused(format: String?, because error: IntakeError) -> ImportReport {
    ImportReport(
      submission: nil, format: format ?? "", place: nil, state: .refused, counts: RowCounts(),
      findingCounts: [:], findings: [], notices: [], repairs: [], outcomes: [],
      reason: error)
  }
}

extension ImportReport {
  /// Creates the report of a file that was looked at.
  init(
    submission: Int?, of match: FormatMatch, at place: TablePlace, state: State,
    counts: RowCounts, _ tally: FindingTally,
    _ notices: FileNotices, repairs: [Repair], outcomes: [RuleOutcome]
  ) {
    var findingCounts = tally.counts
    if !notices.notices.isEmpty { findingCounts[.notice, default: 0] += notices.notices.count }
    self.init(
      submission: submission, format: match.format.name, place: place, state: state,
      counts: counts, findingCounts: findingCounts, findings: tally.kept, notices: notices.notices,
      repairs: repairs, outcomes: outcomes + notices.outcomes)
  }
}
