package import CEL
import CTEModel

/// Finds what can be said about rules without any record: which never find anything, which refuse every record, which repeat or
/// contradict each other.
///
/// What it says is proved; where it can't prove anything, or that would take long, it is silent. It knows the order of values
/// and what is missing, and nothing about texts, sums or functions but that the same call has the same value.
package struct RuleProver: Sendable {
  private let constants: [String: Value]

  /// Creates a prover.
  ///
  /// - Parameter constants: The values that are known beforehand, such as those of a year's parameters, by their names with
  ///   points, such as `parameters.minutesPerWeek.max`.
  package init(constants: [String: Value] = [:]) {
    self.constants = constants
  }

  /// Returns what is wrong with the rules of a pack, in their order.
  package func flaws(of rules: [Rule]) -> [ProvedFlaw] {
    let places = Dictionary(rules.enumerated().map { ($1.id, $0) }) { first, _ in first }
    return Dictionary(grouping: rules, by: \.type.name).values.flatMap { rules in
      var proof = RuleProof(rules, constants: constants)
      return proof.flaws()
    }.sorted {
      (places[$0.rule, default: 0], $0.kind.order, $0.problem)
        < (places[$1.rule, default: 0], $1.kind.order, $1.problem)
    }
  }

  /// Returns whether two requirements of one record type have the same answer for every record; false also where that isn't
  /// proved.
  package func areEquivalent(_ first: CheckedExpression, _ second: CheckedExpression) -> Bool {
    var reader = RequirementReader(constants: constants)
    let judgement = reader.judgement(of: first)
    return reader.areSame(judgement, reader.judgement(of: second))
  }
}

extension ProvedFlaw.Kind {
  fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
