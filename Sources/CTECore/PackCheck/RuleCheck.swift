import CTEModel
import CTERulePack

/// Tells what can be proved of a pack's rules: which never find anything, refuse every record, repeat or contradict each other.
///
/// What holds because of one year's parameters alone is no flaw: only what is so in every year in which a rule applies is told.
struct RuleCheck {
  private var rules: [RuleID: Rule] = [:]
  private var flaws: [RuleID: Set<ProvedFlaw>] = [:]

  init(_ packs: [RulePack]) {
    for pack in packs { add(pack) }
  }

  private mutating func add(_ pack: RulePack) {
    let applying = pack.rules.filter { $0.missingParameter(in: pack.language) == nil }
    let prover = RuleProver(constants: pack.language.namedConstants)
    let found = Dictionary(grouping: prover.flaws(of: applying), by: \.rule)
    for rule in applying {
      rules[rule.id] = rule
      let now = Set(found[rule.id] ?? [])
      flaws[rule.id] = flaws[rule.id]?.intersection(now) ?? now
    }
  }

  var issues: [PackIssue] {
    flaws.flatMap { id, flaws in
      flaws.compactMap { flaw in
        rules[id].map { rule in
          PackIssue(at: Self.origin(of: flaw, in: rule), flaw.problem, help: flaw.help)
        }
      }
    }
  }

  /// The part of a requirement that is meant, or else the requirement as a whole.
  private static func origin(of flaw: ProvedFlaw, in rule: Rule) -> PackIssue.Origin {
    guard let line = flaw.line, let column = flaw.column, let places = rule.requirementPlaces
    else { return rule.requirementOrigin ?? rule.origin }
    return places.origin(line: line, column: column)
  }
}
