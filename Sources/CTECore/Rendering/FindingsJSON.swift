import CTEModel

/// Findings as a JSON array, one to a line.
struct FindingsJSON: FindingRenderer {
  let head = "["
  let tail = "\n]\n"

  func text(of finding: Finding, isFirst: Bool) throws -> String {
    try (isFirst ? "\n" : ",\n") + JSONText.line(FindingEntry(finding))
  }
}

private struct FindingEntry: Encodable {
  let row: Int
  let column: String
  let cell: String
  let rule: String
  let severity: String
  let value: String
  let expected: String?
  let message: String
  let help: String?
  let officialName: String?

  init(_ finding: Finding) {
    row = finding.row
    column = finding.column
    cell = finding.cell
    rule = finding.rule.name
    severity = finding.severity.rawValue
    value = finding.value
    expected = finding.expected
    message = finding.message
    help = finding.help
    officialName = finding.officialName
  }
}
