import CEL
import CTEModel

/// Proves what is wrong with the rules of one record type.
struct RuleProof {
  /// A rule with when it passes and when it finds something.
  struct Candidate {
    let rule: Rule
    let requirement: CheckedExpression
    let judgement: Judgement
    /// The fields, look-ups and parameters that must be at hand for the rule to apply.
    let needs: Set<String>
    /// The made-up records for which it finds something; nil where lists are asked, of which those know nothing.
    var samples: UInt64?
  }

  /// All rules, those without a requirement included.
  let rules: [RuleID: Rule]
  /// The rules that are asked something, in the order of the pack.
  private(set) var candidates: [Candidate]
  var reader: RequirementReader
  /// The rules that can never find anything, and those that no record passes.
  var idle: Set<RuleID> = []
  var impassable: Set<RuleID> = []

  init(_ rules: [Rule], constants: [String: Value]) {
    self.rules = Dictionary(rules.map { ($0.id, $0) }) { first, _ in first }
    var reader = RequirementReader(constants: constants)
    candidates = rules.compactMap { rule in
      guard let requirement = rule.requirement, requirement.type == .bool else { return nil }
      return Candidate(
        rule: rule, requirement: requirement, judgement: reader.judgement(of: requirement),
        needs: requirement.needs)
    }
    // Only now all values are known near which the records lie.
    for place in candidates.indices {
      candidates[place].samples = reader.samples(of: candidates[place].judgement.fails)
    }
    self.reader = reader
  }

  mutating func flaws() -> [ProvedFlaw] {
    var flaws = constantFlaws()
    flaws += unreachableFlaws()
    let open = candidates.filter { !idle.contains($0.rule.id) && !impassable.contains($0.rule.id) }
    flaws += redundantFlaws(among: open)
    flaws += contradictions(among: open)
    for candidate in open { flaws += idleParts(of: candidate) }
    return flaws
  }

  /// Finds the rules that can never find anything by themselves, and those that no record passes.
  private mutating func constantFlaws() -> [ProvedFlaw] {
    candidates.compactMap { candidate in
      let id = candidate.rule.id
      if reader.isImpossible([candidate.judgement.fails]) {
        idle.insert(id)
        return .alwaysHolds(id)
      }
      guard reader.isImpossible([candidate.judgement.holds]) else { return nil }
      impassable.insert(id)
      return .neverHolds(id)
    }
  }

  /// Returns the fewest of some candidates that are needed for a proof.
  func fewest(_ given: [Candidate], for proves: ([Candidate]) -> Bool) -> [Candidate] {
    if let one = given.first(where: { proves([$0]) }) { return [one] }
    var kept = given
    for candidate in given {
      let fewer = kept.filter { $0.rule.id != candidate.rule.id }
      if proves(fewer) { kept = fewer }
    }
    return kept
  }
}

extension CheckedExpression {
  /// What a file and a store must have for a rule to apply. Which fields of a look-up are read makes no difference to that, and
  /// the year and the day are always known.
  fileprivate var needs: Set<String> {
    Set(
      reads.compactMap { path in
        switch path.first {
        case "this"?: return path.count > 1 ? "this.\(path[1])" : "this"
        case "year"?, "today"?: return nil
        case "parameters"?: return path.joined(separator: ".")
        case let name?: return isField(name) ? "this.\(name)" : name
        case nil: return nil
        }
      })
  }

  private func isField(_ name: String) -> Bool {
    let owner = environment.variables.first { $0.name == "this" }?.type
    guard case .record(let schema)? = owner else { return false }
    return environment.schemas[schema]?.place(of: name) != nil
  }
}
