import CEL
import CTEModel
import CTERulePack

/// Holds the rules of a pack against their own examples.
struct ExampleCheck {
  private let pack: RulePack

  init(_ pack: RulePack) {
    self.pack = pack
  }

  func issues() -> [PackIssue] {
    pack.rules.flatMap { rule in
      let judge = ExampleJudge(rule, of: pack)
      let accepted = rule.accepted.filter(judge.isAsked).compactMap {
        issue(judge, $0, wants: true)
      }
      let rejected = rule.rejected.filter(judge.isAsked).compactMap {
        issue(judge, $0, wants: false)
      }
      return accepted + rejected
    }
  }

  private func issue(_ judge: ExampleJudge, _ example: RuleExample, wants: Bool) -> PackIssue? {
    let verdict: Bool?
    do throws(EvaluationError) { verdict = try judge.accepts(example) } catch {
      return PackIssue(
        at: example.origin, "the rule can't be asked of this example: \(error.problem)")
    }
    if verdict == wants { return nil }
    let stands = "it stands under '\(wants ? "accept" : "reject")'"
    switch verdict {
    case nil:
      return PackIssue(
        at: example.origin, "the rule isn't asked of this example in \(pack.year), but \(stands)",
        help: "give the example \(judge.needs(of: example).joined(separator: ", "))")
    case true?:
      return PackIssue(
        at: example.origin, "the rule takes this example for right in \(pack.year), but \(stands)",
        help: "correct the rule or the example; one that holds in some years says 'year'")
    case false?:
      return PackIssue(
        at: example.origin, "the rule takes this example for wrong in \(pack.year), but \(stands)",
        help: "correct the rule or the example; one that holds in some years says 'year'")
    }
  }

  /// Returns an issue for each rule of which no year asks an example that it accepts, or none that it rejects.
  static func neverAsked(_ packs: [RulePack]) -> [PackIssue] {
    var rules: [RuleID: Rule] = [:]
    var asked: [RuleID: (accepted: Bool, rejected: Bool)] = [:]
    for pack in packs {
      for rule in pack.rules {
        let judge = ExampleJudge(rule, of: pack)
        rules[rule.id] = rule
        let before = asked[rule.id] ?? (false, false)
        asked[rule.id] = (
          before.accepted || rule.accepted.contains(where: judge.isAsked),
          before.rejected || rule.rejected.contains(where: judge.isAsked)
        )
      }
    }
    return rules.values.compactMap { rule in
      guard let asked = asked[rule.id], !asked.accepted || !asked.rejected else { return nil }
      return PackIssue(
        at: rule.origin,
        "no year asks an example that the rule \(asked.accepted ? "rejects" : "accepts")",
        help: "add one that holds in a year in which the rule applies")
    }
  }
}
