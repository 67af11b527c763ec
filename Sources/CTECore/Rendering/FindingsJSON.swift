import CTEModel
import Foundation

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
  }
}

/// Values as JSON with sorted keys, so that equal values give equal bytes.
enum JSONText {
  /// Returns a value in one line.
  static func line(_ value: some Encodable) throws -> String {
    try text(value, [.sortedKeys, .withoutEscapingSlashes])
  }

  /// Returns a value in lines for people.
  static func pretty(_ value: some Encodable) throws -> String {
    try text(value, [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted])
  }

  private static func text(
    _ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting
  ) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
