package import CEL

/// Makes mutants of rules.
///
/// A rule whose examples all come out the same for a mutant of it says more than its examples show.
package struct RuleMutation: Sendable {
  private let constants: [String: Value]
  private let prover: RuleProver

  /// Creates a mutation.
  ///
  /// - Parameter constants: The values of parameters, by their names with points; a mutant has another number in the place of one.
  package init(constants: [String: Value] = [:]) {
    self.constants = constants
    prover = RuleProver(constants: constants)
  }

  /// Returns the mutants of a rule that may answer otherwise than the rule, in the order of their places; none where it has no requirement.
  package func mutants(of rule: Rule) -> [Mutant] {
    guard let requirement = rule.requirement else { return [] }
    var seen: Set<String> = [requirement.root.syntax.description]
    return requirement.root.syntax.changes(constants).compactMap { change in
      let source = change.node.description
      guard seen.insert(source).inserted else { return nil }
      return mutant(change, source, of: requirement)
    }.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }

  private func mutant(
    _ change: NodeChange, _ source: String, of requirement: CheckedExpression
  ) -> Mutant? {
    // What no longer fits is found by everybody, and is no mutant.
    guard let mutated = try? requirement.environment.check(source), mutated.type == .bool,
      mutated.root.syntax == change.node, !prover.areEquivalent(requirement, mutated)
    else { return nil }
    return Mutant(
      change: change.words, line: change.position.line, column: change.position.column,
      requirement: mutated)
  }
}
