import CEL

extension RuleProof {
  /// Finds the parts of a requirement that could be left out, all of them together.
  mutating func idleParts(of candidate: Candidate) -> [ProvedFlaw] {
    reader.environment = candidate.requirement.environment
    return candidate.requirement.root.questions.flatMap { root in
      idleParts(of: root).map { part in
        let place = part.syntax.position
        return .idle(
          part.syntax.description, of: candidate.rule.id, at: (place.line, place.column))
      }
    }
  }

  private mutating func idleParts(of root: TypedNode) -> [TypedNode] {
    let whole = reader.judgement(of: root)
    defer { reader.omitted = [] }
    return idleParts(within: root, of: root, judged: whole)
  }

  private mutating func idleParts(
    within node: TypedNode, of root: TypedNode, judged whole: Judgement
  ) -> [TypedNode] {
    var kept = node.decidingParts
    var idle: [TypedNode] = []
    // The later of two that say the same is the one that is left out.
    for part in kept.reversed() where node.isJoined && kept.count > 1 {
      let others = reader.omitted
      // Each part is idle by itself, and all of them together.
      if isIdle([part.id], root, whole), isIdle(others.union([part.id]), root, whole) {
        idle.append(part)
        kept.removeAll { $0.id == part.id }
      } else {
        reader.omitted = others
      }
    }
    for part in kept { idle += idleParts(within: part, of: root, judged: whole) }
    return idle
  }
}

extension RuleProof {
  private mutating func isIdle(
    _ parts: Set<Int>, _ root: TypedNode, _ whole: Judgement
  ) -> Bool {
    reader.omitted = parts
    return reader.areSame(whole, reader.judgement(of: root))
  }
}

extension TypedNode {
  /// The part itself, and every condition that a macro within it asks of elements.
  fileprivate var questions: [TypedNode] { [self] + conditions }

  private var conditions: [TypedNode] {
    var found: [TypedNode] = []
    if case .comprehension(let comprehension) = kind, let condition = comprehension.condition {
      found.append(condition)
    }
    return found + parts.flatMap(\.conditions)
  }

  /// Whether the part is several conditions, joined by `&&` or `||`.
  fileprivate var isJoined: Bool {
    if case .logic = kind { return true }
    return false
  }

  /// The conditions directly within the part on which its answer rests.
  fileprivate var decidingParts: [TypedNode] {
    switch kind {
    case .logic(_, let nodes): nodes
    case .conditional(let condition, let first, let second) where type == .bool:
      [condition, first, second]
    case .call("!", _, let arguments): arguments
    default: []
    }
  }
}
