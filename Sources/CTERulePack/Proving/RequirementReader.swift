import CEL

/// Reads requirements as claims: when each holds, and when it fails.
///
/// A claim speaks of a record whose missing values were filled in with any others. What holds or fails of the record as it is
/// holds or fails of that one too, so nothing is lost where no values make a claim hold.
struct RequirementReader {
  /// The environment of the expression that is being read.
  var environment: Environment
  /// The values that are known beforehand, by names with points.
  let constants: [String: Value]
  var table = AtomTable()
  var samples = SampleWorlds()
  /// What was found out about pairs of questions about elements.
  var knownLinks: [[Int]: [Claim]] = [:]
  var knownCalls: [String: Value?] = [:]
  /// The parts that are read as if they weren't there, by their places.
  var omitted: Set<Int> = []
  /// Whether all values are taken to be there, but for those of which `has` asks.
  var isComplete = false

  init(constants: [String: Value]) {
    environment = Environment()
    self.constants = constants
  }

  /// Returns when a requirement holds and when it fails.
  mutating func judgement(of requirement: CheckedExpression) -> Judgement {
    environment = requirement.environment
    return judgement(of: requirement.root)
  }

  /// Returns when a condition holds and when it fails.
  mutating func judgement(of node: TypedNode) -> Judgement {
    if case .bool(let value)? = constant(of: node) {
      return Judgement(.always(value), where: .always(true))
    }
    let judgement: Judgement? =
      switch node.kind {
      case .logic(let isAnd, let nodes): logic(isAnd, nodes)
      case .conditional(let condition, let first, let second):
        self.judgement(of: condition).choosing(
          self.judgement(of: first), self.judgement(of: second))
      case .has(let operand, let field):
        path(operand, field).map { Judgement(isThere($0), where: .always(true)) }
      case .call("!", _, let arguments): self.judgement(of: arguments[0]).negated
      case .call(let name, _, let arguments) where arguments.count == 2:
        comparison(name, arguments[0], arguments[1])
      case .comprehension(let comprehension): existence(comprehension, node)
      default: nil
      }
    guard let judgement else { return question(key(of: node), where: presence(of: node)) }
    if judgement.size <= Claim.maximumSize { return judgement }
    // What would get too large stays a question of which nothing is known.
    let key = key(of: node)
    return question(key, where: value(key))
  }

  mutating func question(_ key: String, where isThere: Claim) -> Judgement {
    Judgement(.atom(table.question(key), holds: true), where: isThere)
  }

  private mutating func logic(_ isAnd: Bool, _ nodes: [TypedNode]) -> Judgement {
    var parts: [Judgement] = []
    for node in nodes where !omitted.contains(node.id) { parts.append(judgement(of: node)) }
    return isAnd ? .all(parts) : .any(parts)
  }

  // MARK: - Elements of lists

  /// Whether something holds of all elements is read as whether it fails of one.
  private mutating func existence(
    _ comprehension: Comprehension, _ node: TypedNode
  ) -> Judgement? {
    guard comprehension.form == .exists || comprehension.form == .all,
      let condition = comprehension.condition
    else { return nil }
    let isAll = comprehension.form == .all
    let range = "\(key(of: comprehension.range)) \(comprehension.locals)"
    let key = "exists(\(range), \(isAll ? negatedKey(of: condition) : self.key(of: condition)))"
    let atom = table.question(key)
    if table.existences[atom] == nil {
      let complete = judgement(of: condition, isComplete: true)
      let partial = judgement(of: condition, isComplete: false)
      table.existences[atom] = .init(
        range: range, condition: isAll ? complete.fails : complete.holds,
        judgement: isAll ? partial.negated : partial, isThere: isThere(key))
    }
    let isThere = Claim.all(of: [presence(of: comprehension.range), value(key)])
    let judgement = Judgement(.atom(atom, holds: true), where: isThere)
    return isAll ? judgement.negated : judgement
  }

  private mutating func judgement(of node: TypedNode, isComplete: Bool) -> Judgement {
    let wasComplete = self.isComplete
    self.isComplete = isComplete
    defer { self.isComplete = wasComplete }
    return judgement(of: node)
  }
}
