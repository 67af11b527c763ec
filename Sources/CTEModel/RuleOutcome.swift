/// What became of one rule over a whole file.
public struct RuleOutcome: Hashable, Sendable {
  /// The rule or cell check.
  public let rule: RuleID
  /// How much its findings weigh.
  public let severity: Severity
  /// What became of it.
  public let status: Status
  /// How many rows it found wrong.
  public let count: Int
  /// Why the rule didn't run, where it didn't, or on some rows had no answer though all it reads was there.
  public let reason: String?

  /// The reason of rules that need other records, where there are none to look up.
  package static let withoutRecords = "there are no records to look up"

  /// The reason of rules that found no row with all that they read.
  package static let withoutValues = "no row has what it reads, free of errors"

  /// Whether rows had all that the rule reads, but it couldn't be computed for them, which its author should know.
  package var hasTrouble: Bool {
    reason != nil && status != .notApplicable && reason != Self.withoutValues
  }

  /// Creates an outcome.
  public init(rule: RuleID, severity: Severity, status: Status, count: Int, reason: String? = nil) {
    self.rule = rule
    self.severity = severity
    self.status = status
    self.count = count
    self.reason = reason
  }

  /// Returns the outcomes with one for each rule: where several kinds of rows were asked, what became of all of them.
  package static func summed(_ outcomes: [RuleOutcome]) -> [RuleOutcome] {
    var sums: [RuleOutcome] = []
    for outcome in outcomes {
      if let place = sums.firstIndex(where: { $0.rule == outcome.rule }) {
        sums[place] = sums[place].adding(outcome)
      } else {
        sums.append(outcome)
      }
    }
    return sums
  }

  private func adding(_ other: RuleOutcome) -> RuleOutcome {
    let rank: [Status] = [.notApplicable, .skipped, .passed, .failed]
    let isLess = rank.firstIndex(of: status) ?? 0 < rank.firstIndex(of: other.status) ?? 0
    let telling = isLess ? other : self
    return RuleOutcome(
      rule: rule, severity: severity, status: telling.status, count: count + other.count,
      reason: telling.reason)
  }

  /// What can become of a rule.
  public enum Status: String, Hashable, Sendable {
    /// It ran and found nothing wrong.
    case passed
    /// It found rows wrong.
    case failed
    /// It ran on no row, because something it rests on was missing or wrong in each.
    case skipped
    /// The file doesn't carry what it reads.
    case notApplicable
  }
}
