import CTEModel

/// A finding as JSON.
struct FindingEntry: Encodable {
  let row: Int?
  let column: String
  let cell: String?
  let rule: String
  let severity: String
  let value: String
  let expected: String?
  let message: String
  let help: String?
  let officialName: String?

  /// - Parameter hasPlace: Whether it is about a cell of a file.
  init(_ finding: Finding, hasPlace: Bool = true) {
    row = hasPlace ? finding.row : nil
    column = finding.column
    cell = hasPlace ? finding.cell : nil
    rule = finding.rule.name
    severity = finding.severity.rawValue
    value = finding.value
    expected = finding.expected
    message = finding.message
    help = finding.help
    officialName = finding.officialName
  }

  /// Returns a finding of an entry, which is about no cell.
  static func ofEntry(_ finding: Finding) -> FindingEntry {
    FindingEntry(finding, hasPlace: false)
  }
}

/// Returns how many findings there are of each severity, by its name.
func countsBySeverity(_ count: (Severity) -> Int) -> [String: Int] {
  Dictionary(uniqueKeysWithValues: Severity.allCases.map { ($0.rawValue, count($0)) })
}
