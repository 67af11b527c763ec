import CEL

extension RequirementReader {
  /// The functions that have a value wherever their arguments have one.
  private static let total: Set<String> = [
    "==", "!=", "<", "<=", ">", ">=", "!", "in", "size", "startsWith", "endsWith", "contains",
  ]

  /// Returns the claim that a value was there before missing ones were filled in, by what stands for it.
  mutating func isThere(_ key: String) -> Claim {
    .atom(table.question(AtomTable.presence + key), holds: true)
  }

  /// Returns the claim that a value is there, by what stands for it.
  mutating func value(_ key: String) -> Claim {
    isComplete ? .always(true) : isThere(key)
  }

  /// Returns when a part has a value.
  mutating func presence(of node: TypedNode) -> Claim {
    if isComplete || constant(of: node) != nil { return .always(true) }
    if let path = path(node) { return value(path) }
    switch node.kind {
    case .has(let operand, let field) where path(operand, field) != nil: return .always(true)
    case .list(let elements): return presence(of: elements.map(\.node))
    case .logic, .call("!", _, _): return judgement(of: node).isThere
    case .call(let name, _, let arguments):
      let given = presence(of: arguments)
      return Self.total.contains(name) ? given : .all(of: [given, value(key(of: node))])
    default: return value(key(of: node))
    }
  }

  mutating func presence(of nodes: [TypedNode]) -> Claim {
    var claims: [Claim] = []
    for node in nodes { claims.append(presence(of: node)) }
    return .all(of: claims)
  }
}
