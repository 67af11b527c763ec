import CTEModel

/// Counts findings, and keeps the first of each rule.
struct FindingTally {
  /// How many findings of each rule are kept.
  static let keptPerRule = 1000

  private(set) var counts: [Severity: Int] = [:]
  private(set) var kept: [Finding] = []
  private var perRule: [RuleID: Int] = [:]

  /// Counts findings, and returns those that are kept.
  mutating func add(_ findings: [Finding]) -> [Finding] {
    var new: [Finding] = []
    for finding in findings {
      counts[finding.severity, default: 0] += 1
      perRule[finding.rule, default: 0] += 1
      if perRule[finding.rule, default: 0] <= Self.keptPerRule { new.append(finding) }
    }
    kept += new
    return new
  }
}
