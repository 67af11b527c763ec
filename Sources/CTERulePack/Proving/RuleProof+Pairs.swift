import CTEModel

extension RuleProof {
  // MARK: - Redundant

  /// Finds the rules without which another rule would find the same.
  mutating func redundantFlaws(among open: [Candidate]) -> [ProvedFlaw] {
    open.indices.compactMap { place in
      for other in open.indices where other != place {
        guard isRedundant(open[place], beside: open[other]) else { continue }
        let isMutual = isRedundant(open[other], beside: open[place])
        // Of two that ask the same, the later one is reported.
        if isMutual, other > place { continue }
        return .redundant(
          open[place].rule.id, beside: open[other].rule.id,
          asksTheSame: finds(open[other], whatIsFoundBy: open[place])
            && finds(open[place], whatIsFoundBy: open[other]))
      }
      return nil
    }
  }

  /// Whether a rule could be removed because another, which weighs as much, finds all that it finds.
  ///
  /// That other rule must be asked wherever this one is: it needs nothing else, and stands after no others. Where this one is
  /// asked first and blames a value that the other reads, the other is silent on that row; without this one, it isn't.
  private mutating func isRedundant(_ candidate: Candidate, beside other: Candidate) -> Bool {
    if let found = candidate.samples, let others = other.samples, found & ~others != 0 {
      return false
    }
    return other.rule.severity.isAtLeast(candidate.rule.severity)
      && other.needs.isSubset(of: candidate.needs)
      && Set(other.rule.after).isSubset(of: candidate.rule.after)
      && finds(other, whatIsFoundBy: candidate)
  }

  private mutating func finds(_ other: Candidate, whatIsFoundBy candidate: Candidate) -> Bool {
    reader.isImpossible([candidate.judgement.fails, other.judgement.fails.negated])
  }

  // MARK: - Contradictory

  /// Finds rules that no record can pass of which all are asked.
  mutating func contradictions(among open: [Candidate]) -> [ProvedFlaw] {
    var rest = open.filter { refuses($0.rule) }
    var flaws: [ProvedFlaw] = []
    while !rest.isEmpty, reader.isImpossible(rest.map(\.judgement.holds)) {
      let core = contradiction(among: rest)
      guard let last = core.last else { break }
      if let forbidder = core.first(where: { forbids(core, by: $0) }) {
        rest.removeAll { $0.rule.id == forbidder.rule.id }
      } else {
        flaws.append(.contradictory(last.rule.id, and: core.dropLast().map(\.rule.id)))
        rest.removeAll { $0.rule.id == last.rule.id }
      }
    }
    return flaws
  }

  private mutating func contradiction(among rest: [Candidate]) -> [Candidate] {
    for (place, candidate) in rest.enumerated() {
      for other in rest[..<place] where !other.needs.isDisjoint(with: candidate.needs) {
        if reader.isImpossible([other.judgement.holds, candidate.judgement.holds]) {
          return [other, candidate]
        }
      }
    }
    var reader = reader
    let fewest = fewest(rest) { reader.isImpossible($0.map(\.judgement.holds)) }
    self.reader = reader
    return fewest
  }

  /// Whether one of several rules alone refuses every record of which all are asked, as one does that forbids two values beside
  /// each other. That is what it is for: a record that lacks one of them is in order.
  private mutating func forbids(_ core: [Candidate], by candidate: Candidate) -> Bool {
    let asked = core.filter { $0.rule.id != candidate.rule.id }.map { other in
      Claim.any(of: [other.judgement.holds, other.judgement.fails])
    }
    return !asked.isEmpty && reader.isImpossible(asked + [candidate.judgement.holds])
      && !reader.isImpossible(asked)
  }

  /// Whether a record that doesn't pass a rule is in trouble.
  ///
  /// A notice may well be meant for every record. And where a rule stands after one whose finding is no error, a record may
  /// not be asked and still be in order.
  private func refuses(_ rule: Rule) -> Bool {
    guard rule.severity != .notice else { return false }
    var names = Set(rule.after)
    var seen: Set<RuleID> = []
    while let name = names.popFirst() {
      guard seen.insert(name).inserted, let before = rules[name] else { continue }
      if before.severity != .error { return false }
      names.formUnion(before.after)
    }
    return true
  }
}

extension Severity {
  /// Whether a finding weighs no less than one of another severity.
  fileprivate func isAtLeast(_ other: Severity) -> Bool {
    let order: [Severity] = [.error, .warning, .notice]
    return (order.firstIndex(of: self) ?? 0) <= (order.firstIndex(of: other) ?? 0)
  }
}
