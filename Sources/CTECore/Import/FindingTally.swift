import CTEModel

/// Counts findings, and keeps the first of each rule.
struct FindingTally {
  /// How many findings of each rule are kept.
  static let keptPerRule = 1000

  private(set) var counts: [Severity: Int] = [:]
  private(set) var kept: [Finding] = []
  private var perRule: [RuleID: Tally] = [:]

  /// The findings of a rule.
  fileprivate struct Tally {
    let first: Finding
    var count = 0
    /// Whether all are of the first one's column.
    var isOfOneColumn = true
    /// Whether all quote the first one's value.
    var isOfOneValue = true
  }

  /// Counts findings, and returns those that are kept.
  mutating func add(_ findings: [Finding]) -> [Finding] {
    var new: [Finding] = []
    for finding in findings {
      counts[finding.severity, default: 0] += 1
      perRule[finding.rule, default: Tally(first: finding)].add(finding)
      if perRule[finding.rule]?.count ?? 0 <= Self.keptPerRule { new.append(finding) }
    }
    kept += new
    return new
  }

  /// Returns the first finding of each rule that speaks of one column in every row, and whether all quote one value.
  func ofEveryRow(among rows: Int) -> [(finding: Finding, isOfOneValue: Bool)] {
    perRule.values
      .filter { $0.count == rows && $0.isOfOneColumn && $0.first.severity == .error }
      .sorted { ($0.first.columnIndex, $0.first.rule) < ($1.first.columnIndex, $1.first.rule) }
      .map { ($0.first, $0.isOfOneValue) }
  }
}

extension FindingTally.Tally {
  fileprivate mutating func add(_ finding: Finding) {
    count += 1
    isOfOneColumn = isOfOneColumn && finding.columnIndex == first.columnIndex
    isOfOneValue = isOfOneValue && finding.value == first.value
  }
}
