/// What is wrong with a value of a file, worded for the person who must act.
///
/// A finding quotes the value, so it goes to the school that sent the file and nowhere else: never into a log or an error.
public struct Finding: Hashable, Sendable {
  /// The row as a spreadsheet program shows it: titles usually stand in row 1.
  public let row: Int
  /// The place of the column in the file, from 0.
  public let columnIndex: Int
  /// The column's title in the file.
  public let column: String
  /// The rule or cell check that speaks.
  public let rule: RuleID
  /// How much it weighs.
  public let severity: Severity
  /// The text of the cell, as far as its first 500 characters.
  public let value: String
  /// What should stand there, where that can be said.
  public let expected: String?
  /// What is wrong, in plain words: lower case, no period.
  public let message: String
  /// What to check or do.
  public let help: String?
  /// What the state itself calls it, literally, where it has a name for it.
  public let officialName: String?

  /// Creates a finding.
  public init(
    row: Int, columnIndex: Int, column: String, rule: RuleID, severity: Severity, value: String,
    expected: String?, message: String, help: String?, officialName: String? = nil
  ) {
    self.row = row
    self.columnIndex = columnIndex
    self.column = column
    self.rule = rule
    self.severity = severity
    self.value = Self.quotable(value)
    self.expected = expected
    self.message = Self.quotable(message)
    self.help = help
    self.officialName = officialName
  }

  /// Returns a text of which no more is kept than a person reads: a few cells of great length would fill a report.
  private static func quotable(_ text: String) -> String {
    guard text.utf8.count > mostQuoted else { return text }
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: text.unicodeScalars.prefix(mostQuoted))
    return kept.count < text.unicodeScalars.count ? String(kept) + " …" : text
  }

  private static let mostQuoted = 500

  /// The cell in A1 form, such as `C17`.
  public var cell: String { "\(columnLetters(columnIndex))\(row)" }
}

extension Finding: CustomStringConvertible {
  /// The place and the rule, without the value or the message, so that no log line can identify a student.
  public var description: String { "\(severity.rawValue) \(rule) at \(cell)" }
}

/// Returns the letters of a column, counted from 0: `A`, `Z`, `AA`.
package func columnLetters(_ index: Int) -> String {
  var letters = ""
  var rest = index + 1
  while rest > 0 {
    letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
    rest = (rest - 1) / 26
  }
  return letters
}
