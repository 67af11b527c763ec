import CEL

extension RequirementReader {
  /// The most values of a list that are told apart.
  private static let maximumList = 64

  /// Returns the judgement of a comparison, or nil where it is beyond what the prover knows.
  mutating func comparison(
    _ name: String, _ first: TypedNode, _ second: TypedNode
  ) -> Judgement? {
    if case .conditional(let condition, let yes, let no) = first.kind {
      return choice(condition, comparison(name, yes, second), comparison(name, no, second))
    }
    if case .conditional(let condition, let yes, let no) = second.kind {
      return choice(condition, comparison(name, first, yes), comparison(name, first, no))
    }
    switch name {
    case "!=": return comparison("==", first, second)?.negated
    case ">": return comparison("<", second, first)
    case ">=": return comparison("<=", second, first)
    case "==" where first.type == .bool && second.type == .bool:
      return judgement(of: first).matching(judgement(of: second))
    case "==", "<", "<=", "in": return relation(name, first, second)
    default: return nil
    }
  }

  private mutating func choice(
    _ condition: TypedNode, _ first: Judgement?, _ second: Judgement?
  ) -> Judgement? {
    guard let first, let second else { return nil }
    return judgement(of: condition).choosing(first, second)
  }

  private mutating func relation(
    _ name: String, _ first: TypedNode, _ second: TypedNode
  ) -> Judgement? {
    let claim = name == "in" ? membership(first, second) : order(name, first, second)
    let isThere = presence(of: [first, second])
    if let claim { return Judgement(claim, where: isThere) }
    guard name == "==" else { return nil }
    // Equality is the same from both sides, whatever the values.
    let keys = [key(of: first), key(of: second)].sorted()
    return question("==(\(keys[0]), \(keys[1]))", where: isThere)
  }

  private mutating func order(_ name: String, _ first: TypedNode, _ second: TypedNode) -> Claim? {
    // Where a whole number is compared with a fraction, the whole number next to it does as well.
    guard name != "==" || first.type == second.type,
      let low = term(of: first, upward: name == "<=", with: second.type),
      let high = term(of: second, upward: name == "<", with: first.type), low.kind == high.kind
    else { return nil }
    switch name {
    case "<": return table.atMost(high.term, low.term).negated
    case "<=": return table.atMost(low.term, high.term)
    default: return table.equal(low.term, high.term)
    }
  }

  private mutating func membership(_ node: TypedNode, _ list: TypedNode) -> Claim? {
    guard let element = term(of: node), let others = elements(of: list) else { return nil }
    var claims: [Claim] = []
    for other in others {
      guard element.kind == other.kind else { return nil }
      claims.append(table.equal(element.term, other.term))
    }
    return .any(of: claims)
  }

  private mutating func elements(of list: TypedNode) -> [(term: Int, kind: OrderedKind)]? {
    var found: [(term: Int, kind: OrderedKind)] = []
    if case .list(let values)? = constant(of: list) {
      guard values.count <= Self.maximumList else { return nil }
      for value in values {
        guard let kind = OrderedKind(value) else { return nil }
        found.append((table.constant(value, kind), kind))
      }
      return found
    }
    guard case .list(let elements) = list.kind, elements.count <= Self.maximumList else {
      return nil
    }
    for element in elements {
      guard !element.isOptional, let term = term(of: element.node) else { return nil }
      found.append(term)
    }
    return found
  }
}
