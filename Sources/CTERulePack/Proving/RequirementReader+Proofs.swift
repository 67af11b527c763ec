extension RequirementReader {
  /// Returns whether no values make all of some claims hold; false also where that takes too long to find out.
  mutating func isImpossible(_ claims: [Claim]) -> Bool {
    let claim = Claim.all(of: claims)
    if case .always(let value) = claim { return !value }
    var atoms: Set<Int> = []
    claim.collect(into: &atoms)
    let links = linksOfExistences(in: atoms)
    if samples.bits(of: .all(links + [claim]), in: table) != 0 { return false }
    for link in links { link.collect(into: &atoms) }
    var search = Search(atoms, of: table)
    return search.isImpossible(links + [claim])
  }

  /// Returns the made-up records for which a claim holds, or nil where it asks of the elements of lists.
  mutating func samples(of claim: Claim) -> UInt64? {
    var atoms: Set<Int> = []
    claim.collect(into: &atoms)
    if atoms.contains(where: { table.existences[$0] != nil }) { return nil }
    return samples.bits(of: claim, in: table)
  }

  /// Returns whether two conditions always have the same answer, or none.
  mutating func areSame(_ first: Judgement, _ second: Judgement) -> Bool {
    for difference in first.differences(from: second) where !isImpossible([difference]) {
      return false
    }
    return true
  }

  /// Returns what questions about the elements of lists have to do with each other.
  private mutating func linksOfExistences(in atoms: Set<Int>) -> [Claim] {
    let places = atoms.filter { table.existences[$0] != nil }.sorted()
    var links: [Claim] = []
    for place in places {
      links += linksOfExistences([place, place])
      for other in places where other != place { links += linksOfExistences([place, other]) }
    }
    return links
  }

  private mutating func linksOfExistences(_ pair: [Int]) -> [Claim] {
    if let known = knownLinks[pair] { return known }
    guard let first = table.existences[pair[0]], let second = table.existences[pair[1]] else {
      return []
    }
    var links: [Claim] = []
    if pair[0] == pair[1] {
      // There is no element for which the impossible holds.
      if isImpossible([first.condition]) { links = [.atom(pair[0], holds: false)] }
    } else if first.range == second.range {
      links = self.links(from: (pair[0], first), to: (pair[1], second))
    }
    knownLinks[pair] = links
    return links
  }

  /// Where there is an element for which the narrower condition holds, there is one for the wider; and of two conditions with
  /// the same answers, both questions have one or none.
  private mutating func links(
    from first: (atom: Int, AtomTable.Existence), to second: (atom: Int, AtomTable.Existence)
  ) -> [Claim] {
    var links: [Claim] = []
    if isImpossible([first.1.condition, second.1.condition.negated]) {
      links.append(.any(of: [.atom(first.atom, holds: false), .atom(second.atom, holds: true)]))
    }
    if areSame(first.1.judgement, second.1.judgement) {
      links.append(.any(of: [first.1.isThere.negated, second.1.isThere]))
    }
    return links
  }
}
