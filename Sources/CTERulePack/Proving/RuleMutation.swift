package import CEL

/// Makes mutants of rules.
///
/// A rule whose examples all come out the same for a mutant of it says more than its examples show.
package struct RuleMutation: Sendable {
  private let constants: [String: Value]

  /// Creates a mutation.
  ///
  /// - Parameter constants: The values of parameters, by their names with points; a mutant has another number in the place of one.
  package init(constants: [String: Value] = [:]) {
    self.constants = constants
  }

  /// Returns the mutants of a rule that may answer otherwise than the rule, in the order of their places; none where it has no requirement.
  package func mutants(of rule: Rule) -> [Mutant] {
    guard let requirement = rule.requirement else { return [] }
    var comparison = Comparison(requirement, constants)
    var seen: Set<String> = [requirement.root.syntax.description]
    return requirement.root.syntax.changes(constants).compactMap { change in
      seen.insert(change.node.description).inserted ? comparison.mutant(change) : nil
    }.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }
}

/// Compares mutants of a requirement with it.
private struct Comparison {
  private let requirement: CheckedExpression
  private let judgement: Judgement
  private var reader: RequirementReader

  init(_ requirement: CheckedExpression, _ constants: [String: Value]) {
    self.requirement = requirement
    reader = RequirementReader(constants: constants)
    judgement = reader.judgement(of: requirement)
  }

  /// Returns the mutant that a change makes, or nil where it makes none.
  mutating func mutant(_ change: NodeChange) -> Mutant? {
    // What no longer fits is found by everybody, and is no mutant.
    guard let mutated = try? requirement.environment.check(change.node.description),
      mutated.type == .bool, mutated.root.syntax == change.node,
      !reader.areSame(judgement, reader.judgement(of: mutated))
    else { return nil }
    return Mutant(
      change: change.words, line: change.position.line, column: change.position.column,
      requirement: mutated)
  }
}
