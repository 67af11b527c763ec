import CTERulePack

/// Tries whether the examples of rules tell them from their mutants.
struct MutantTrial {
  let score: MutantScore
  let issues: [PackIssue]

  init(_ packs: [RulePack]) {
    score = MutantScore(tried: 0, killed: 0)
    issues = []
  }
}
