import CTEModel
import CTERulePack

/// Tells what can be proved of a pack's rules: which never find anything, refuse every record, repeat or contradict each other.
struct RuleCheck {
  private let pack: RulePack

  init(_ pack: RulePack) {
    self.pack = pack
  }

  func issues() -> [PackIssue] {
    let rules = pack.rules.filter { $0.missingParameter(in: pack.language) == nil }
    let prover = RuleProver(constants: pack.language.namedConstants)
    return prover.flaws(of: rules).compactMap { flaw in
      rules.first { $0.id == flaw.rule }.map { rule in
        PackIssue(at: Self.origin(of: flaw, in: rule), flaw.problem, help: flaw.help)
      }
    }
  }

  /// A part of a requirement that stands in one line is pointed at; else the requirement as a whole is.
  private static func origin(of flaw: ProvedFlaw, in rule: Rule) -> PackIssue.Origin {
    let start = rule.requirementOrigin ?? rule.origin
    guard let line = flaw.line, let column = flaw.column,
      let places = rule.requirementPlaces
    else { return start }
    return places.origin(line: line, column: column)
  }
}
