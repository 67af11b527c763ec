import CTEModel

extension RuleProof {
  /// Finds the rules to which the rules before them leave nothing.
  mutating func unreachableFlaws() -> [ProvedFlaw] {
    candidates.compactMap { candidate in
      let id = candidate.rule.id
      guard !idle.contains(id) else { return nil }
      let before = passed(before: candidate)
      guard !before.isEmpty, isProved(before, [candidate.judgement.fails]) else { return nil }
      if isProved(before, []) {
        guard !impassable.contains(id) else { return nil }
        idle.insert(id)
        return .neverAsked(id, after: fewest(before, besides: []))
      }
      idle.insert(id)
      return .implied(id, by: fewest(before, besides: [candidate.judgement.fails]))
    }
  }

  /// Returns the rules that have passed on every record of which a rule is asked.
  ///
  /// A rule that doesn't apply lets those after it go on, so only one counts that applies wherever the later one does.
  private func passed(before candidate: Candidate) -> [Candidate] {
    var names = Set(candidate.rule.after)
    var found: Set<RuleID> = []
    while let name = names.popFirst() {
      guard let other = candidates.first(where: { $0.rule.id == name }), name != candidate.rule.id,
        other.needs.isSubset(of: candidate.needs), found.insert(name).inserted
      else { continue }
      names.formUnion(other.rule.after.filter { !found.contains($0) })
    }
    return candidates.filter { found.contains($0.rule.id) }
  }

  private mutating func isProved(_ before: [Candidate], _ claims: [Claim]) -> Bool {
    reader.isImpossible(before.map(\.judgement.holds) + claims)
  }

  private mutating func fewest(_ before: [Candidate], besides claims: [Claim]) -> [RuleID] {
    var reader = reader
    let fewest = fewest(before) { reader.isImpossible($0.map(\.judgement.holds) + claims) }
    self.reader = reader
    return fewest.map(\.rule.id)
  }
}
