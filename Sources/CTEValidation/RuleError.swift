public import CEL
public import CTEModel

/// Why a rule can't be asked of a row: a trouble of the run, not of the data.
public struct RuleError: Error, Sendable {
  /// The rule.
  public let rule: RuleID
  /// The row, as a spreadsheet shows it.
  public let row: Int
  /// What went wrong in its expression.
  public let trouble: EvaluationError

  init(_ rule: RuleID, row: Int, _ trouble: EvaluationError) {
    self.rule = rule
    self.row = row
    self.trouble = trouble
  }
}

extension RuleError: CustomStringConvertible {
  /// The rule, the row and the trouble, without any value.
  public var description: String { "rule \(rule), row \(row): \(trouble.problem)" }
}
