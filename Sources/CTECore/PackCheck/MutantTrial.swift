import CEL
import CTEModel
import CTERulePack

/// Tries whether the examples of rules tell them from their mutants.
struct MutantTrial {
  /// A mutant of a rule, whatever the year.
  private struct Key: Hashable {
    let rule: RuleID
    let change: String
  }

  private var killed: [Key: Bool] = [:]
  private var rules: [RuleID: Rule] = [:]

  init(_ packs: [RulePack]) {
    for pack in packs {
      let mutation = RuleMutation(constants: pack.language.namedConstants)
      for rule in pack.rules where rule.missingParameter(in: pack.language) == nil {
        rules[rule.id] = rule
        let judge = ExampleJudge(rule, of: pack)
        for mutant in mutation.mutants(of: rule) {
          let isKilled = Self.isKilled(mutant.requirement, by: rule, judge)
          killed[Key(rule: rule.id, change: mutant.description), default: false] =
            killed[Key(rule: rule.id, change: mutant.description)] ?? false || isKilled
        }
      }
    }
  }

  var score: MutantScore {
    MutantScore(tried: killed.count, killed: killed.values.count { $0 })
  }

  /// An issue for each mutant that no example tells from its rule.
  var issues: [PackIssue] {
    killed.filter { !$0.value }.keys.sorted { ($0.rule, $0.change) < ($1.rule, $1.change) }
      .compactMap { key in
        rules[key.rule].map { rule in
          PackIssue(
            at: rule.requirementOrigin ?? rule.origin,
            "no example would notice if \(key.change)",
            help: "add one that comes out otherwise then, at the border or with the other half")
        }
      }
  }

  private static func isKilled(
    _ requirement: CheckedExpression, by rule: Rule, _ judge: ExampleJudge
  ) -> Bool {
    func comesOut(_ example: RuleExample, as verdict: Bool) -> Bool {
      // A mutant that can't be asked of an example comes out otherwise than the rule.
      (try? judge.accepts(example, asking: requirement)) == verdict
    }
    return rule.accepted.contains { judge.isAsked(of: $0) && !comesOut($0, as: true) }
      || rule.rejected.contains { judge.isAsked(of: $0) && !comesOut($0, as: false) }
  }
}
