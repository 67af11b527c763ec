package import CTEModel

/// Something that is wrong with a rule whatever the records, found by reasoning about what rules require.
package struct ProvedFlaw: Hashable, Sendable {
  /// The rule.
  package let rule: RuleID
  /// The rules that make it wrong, in the order of the pack.
  package let others: [RuleID]
  /// What kind of flaw it is.
  package let kind: Kind
  /// What is wrong, in one sentence.
  package let problem: String
  /// What to check.
  package let help: String
  /// The place within the requirement, both from 1, if a part of it is meant.
  package let line: Int?
  /// The column of the place, in code points.
  package let column: Int?

  /// A kind of flaw.
  package enum Kind: String, CaseIterable, Sendable {
    /// The rule can never find anything.
    case alwaysHolds
    /// No record can pass the rule.
    case neverHolds
    /// The rules after which it stands leave nothing for it to find, or let no record through to it.
    case unreachable
    /// Another rule finds all that it finds.
    case redundant
    /// No record can pass it and the others.
    case contradictory
    /// A part of the requirement changes nothing.
    case idlePart
  }

  init(
    _ rule: RuleID, _ kind: Kind, others: [RuleID] = [], at place: (line: Int, column: Int)? = nil,
    _ problem: String, help: String
  ) {
    self.rule = rule
    self.others = others
    self.kind = kind
    self.problem = problem
    self.help = help
    line = place?.line
    column = place?.column
  }
}

extension ProvedFlaw: CustomStringConvertible {
  /// The rule and what is wrong, and the help on the next line.
  package var description: String { "\(rule): \(problem)\n  help: \(help)" }
}

// MARK: - Words

extension ProvedFlaw {
  static func alwaysHolds(_ rule: RuleID) -> Self {
    Self(
      rule, .alwaysHolds, "this rule can never find anything: what it requires always holds",
      help: "check the signs of its comparisons, and whether '&&' is meant where '||' stands")
  }

  static func neverHolds(_ rule: RuleID) -> Self {
    Self(
      rule, .neverHolds, "no record can pass this rule: what it requires never holds",
      help: "check the signs of its comparisons, and whether '||' is meant where '&&' stands")
  }

  static func implied(_ rule: RuleID, by others: [RuleID]) -> Self {
    Self(
      rule, .unreachable, others: others,
      "this rule can never find anything: where \(others.quoted) \(others.pass), it passes too",
      help:
        "remove it, or let it require more: it is asked only where what stands under 'after' passed"
    )
  }

  static func neverAsked(_ rule: RuleID, after others: [RuleID]) -> Self {
    Self(
      rule, .unreachable, others: others,
      "this rule is never asked: it stands after \(others.quoted), and no record passes"
        + (others.count == 1 ? " that" : " them together"),
      help: "correct what stands under 'after', or take it away")
  }

  static func redundant(_ rule: RuleID, beside other: RuleID, asksTheSame: Bool) -> Self {
    Self(
      rule, .redundant, others: [other],
      asksTheSame
        ? "this rule asks the same as '\(other.shortName)'"
        : "this rule finds nothing that '\(other.shortName)' alone wouldn't find",
      help: "remove it, or let it stand after '\(other.shortName)' if it is meant to ask more")
  }

  static func contradictory(_ rule: RuleID, and others: [RuleID]) -> Self {
    Self(
      rule, .contradictory, others: others,
      others.count == 1
        ? "no record can pass both this rule and \(others.quoted)"
        : "no record can pass this rule, \(others.quoted) together",
      help: "what one of them requires, another refuses; check the signs of their comparisons")
  }

  static func idle(_ part: String, of rule: RuleID, at place: (line: Int, column: Int)) -> Self {
    Self(
      rule, .idlePart, at: place,
      "the part '\(part)' never matters: what the rule requires is the same without it",
      help: "remove the part, or check its comparison")
  }
}

extension [RuleID] {
  fileprivate var quoted: String {
    let names = map { "'\($0.shortName)'" }
    return (names.dropLast().isEmpty ? "" : names.dropLast().joined(separator: ", ") + " and ")
      + (names.last ?? "")
  }

  fileprivate var pass: String { count == 1 ? "passes" : "pass" }
}
