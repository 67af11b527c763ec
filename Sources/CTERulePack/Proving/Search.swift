import CEL

/// Searches for values for which some claims hold, and gives up after so many cases.
struct Search {
  private let table: AtomTable
  /// The places of the terms in the order, by their places in the table.
  private var places: [Int: Int] = [:]
  private var ground: World
  private var casesLeft = 1_000

  /// What is assumed so far.
  private struct World {
    var answers: [Int: Bool] = [:]
    var order = OrderGraph(count: 0)
  }

  init(_ atoms: Set<Int>, of table: AtomTable) {
    self.table = table
    ground = World()
    var terms: Set<Int> = []
    for atom in atoms { terms.formUnion(table.terms(of: atom)) }
    if let zero = table.zero { terms.insert(zero) }
    for term in terms.sorted() { places[term] = places.count }
    ground.order = OrderGraph(count: places.count)
    for (low, high, link) in table.knownOrder(of: terms) {
      _ = ground.order.add(from: places[low, default: 0], to: places[high, default: 0], link)
    }
  }

  /// Returns whether no values make all claims hold; false also where that takes too long to find out.
  mutating func isImpossible(_ claims: [Claim]) -> Bool {
    holdsSomewhere(claims, [], ground) == false
  }

  /// Returns whether some values make claims hold, and of each of some choices one; nil where it was given up.
  private mutating func holdsSomewhere(
    _ claims: [Claim], _ choices: [[Claim]], _ world: World
  ) -> Bool? {
    var (world, choices) = (world, choices)
    guard settle(claims, &choices, &world) else { return false }
    guard let next = choices.indices.min(by: { choices[$0].count < choices[$1].count }) else {
      return true
    }
    casesLeft -= 1
    if casesLeft < 0 { return nil }
    let choice = choices.remove(at: next)
    switch holdsSomewhere([choice[0]], choices, world) {
    case false?:
      let rest = Array(choice.dropFirst())
      return holdsSomewhere([choice[0].negated, .any(of: rest)], choices, world)
    case let found: return found
    }
  }

  /// Assumes claims and all that follows at once, and leaves the choices that are open.
  ///
  /// - Returns: Whether that is possible.
  private func settle(
    _ claims: [Claim], _ choices: inout [[Claim]], _ world: inout World
  ) -> Bool {
    var queue = claims
    repeat {
      while let claim = queue.popLast() {
        switch claim {
        case .always(let value): if !value { return false }
        case .atom(let atom, let holds): if !assume(atom, holds, &world) { return false }
        case .all(let parts): queue += parts
        case .any(let parts): choices.append(parts)
        }
      }
      let open = choices
      choices.removeAll()
      for parts in open {
        switch rest(of: .any(parts), in: world) {
        case .any(let parts): choices.append(parts)
        case let claim: queue.append(claim)
        }
      }
    } while !queue.isEmpty
    return true
  }

  private func assume(_ atom: Int, _ holds: Bool, _ world: inout World) -> Bool {
    switch table.atoms[atom] {
    case .question:
      if let known = world.answers[atom] { return known == holds }
      world.answers[atom] = holds
      return true
    case .order(let first, let second):
      let (low, high) = (places[first, default: 0], places[second, default: 0])
      if holds { return world.order.add(from: low, to: high, .weak) }
      if let next = table.terms[second].successor.flatMap({ places[$0] }) {
        return world.order.add(from: next, to: low, .weak)
      }
      return world.order.add(from: high, to: low, .strict)
    }
  }

  /// Returns what is left of a claim where some of it is known.
  private func rest(of claim: Claim, in world: World) -> Claim {
    switch claim {
    case .always: return claim
    case .atom(let atom, let holds):
      return answer(atom, world).map { .always($0 == holds) } ?? claim
    case .all(let parts): return .all(of: rest(of: parts, endingWith: false, in: world))
    case .any(let parts): return .any(of: rest(of: parts, endingWith: true, in: world))
    }
  }

  private func rest(of parts: [Claim], endingWith end: Bool, in world: World) -> [Claim] {
    var kept: [Claim] = []
    for part in parts {
      let rest = rest(of: part, in: world)
      if case .always(let value) = rest {
        if value == end { return [rest] }
      } else {
        kept.append(rest)
      }
    }
    return kept
  }

  /// Returns whether an atom holds for sure, or can't; nil where that is open.
  private func answer(_ atom: Int, _ world: World) -> Bool? {
    guard case .order(let first, let second) = table.atoms[atom] else { return world.answers[atom] }
    let (low, high) = (places[first, default: 0], places[second, default: 0])
    if world.order.link(from: low, to: high) != .none { return true }
    return world.order.link(from: high, to: low) == .strict ? false : nil
  }
}

extension AtomTable {
  /// Returns the terms of which an atom speaks.
  fileprivate func terms(of atom: Int) -> [Int] {
    guard case .order(let first, let second) = atoms[atom] else { return [] }
    return [first, second] + (terms[second].successor.map { [$0] } ?? [])
  }

  /// Returns what is known of the order of some terms beforehand: known values one after the other, and 0 before what counts.
  fileprivate func knownOrder(of chosen: Set<Int>) -> [(Int, Int, OrderGraph.Link)] {
    var order: [(Int, Int, OrderGraph.Link)] = []
    var values: [OrderedKind: [(term: Int, value: Value)]] = [:]
    for term in chosen.sorted() {
      if let value = terms[term].constant {
        values[terms[term].kind, default: []].append((term, value))
      } else if terms[term].isCount, let zero {
        order.append((zero, term, .weak))
      }
    }
    for values in values.values {
      let sorted = values.sorted { $0.value.precedes($1.value) }
      order += zip(sorted, sorted.dropFirst()).map { ($0.term, $1.term, .strict) }
    }
    return order
  }
}
