/// Finds out, from what the parts of an expression came to, which of them decided its value.
struct Explainer {
  private let expression: CheckedExpression
  private let frame: Frame

  init(_ expression: CheckedExpression, _ frame: Frame) {
    self.expression = expression
    self.frame = frame
  }

  /// Returns the explanation of the whole expression, or nil where it wasn't evaluated.
  func explanation() -> Explanation? {
    explanation(of: expression.root)
  }

  private func explanation(of node: TypedNode) -> Explanation? {
    guard let outcome = outcome(of: node) else { return nil }
    let reasons = reasons(of: node)
    return Explanation(
      expression: node.syntax.description, line: node.syntax.position.line,
      column: node.syntax.position.column, outcome: outcome, elements: elements(of: node),
      because: reasons.flatMap { explanations(of: $0) })
  }

  /// A part that has nothing to say of its own, such as a literal, is left out or gives way to those within it.
  private func explanations(of node: TypedNode) -> [Explanation] {
    switch node.kind {
    case .literal: []
    case .list, .map, .record: node.parts.flatMap { explanations(of: $0) }
    default: explanation(of: node).map { [$0] } ?? []
    }
  }

  private func outcome(of node: TypedNode) -> Explanation.Outcome? {
    if let constant = node.constant ?? frame.constants[node.id] { return .value(constant) }
    switch frame.outcomes[node.id] {
    case .none: return nil
    case .value(let value): return .value(value)
    case .failure(let failure):
      return .failure(failure.code, problem: expression.error(failure, frame).problem)
    }
  }

  private func isValue(_ node: TypedNode, _ wanted: Bool) -> Bool {
    if case .value(.bool(wanted))? = outcome(of: node) { return true }
    return false
  }

  /// Returns the parts that decided what a part came to.
  private func reasons(of node: TypedNode) -> [TypedNode] {
    switch node.kind {
    case .literal, .variable, .local, .failure: return []
    case .logic(let isAnd, let nodes):
      // Conditions are asked in their order, so the first that decides is the one that did.
      if isValue(node, !isAnd) { return nodes.first { isValue($0, !isAnd) }.map { [$0] } ?? [] }
      return isValue(node, isAnd) ? nodes : nodes.filter { !isValue($0, isAnd) }
    case .conditional(let condition, let first, let second):
      if isValue(condition, true) { return [condition, first] }
      return isValue(condition, false) ? [condition, second] : [condition]
    case .select(let operand, _, _), .has(let operand, _):
      // What a field is read of would only repeat it; but where it comes from a function, that is told.
      return operand.isPath ? [] : [operand]
    case .comprehension(let comprehension): return reasons(of: comprehension, node)
    case .bind(_, let value, let body): return [value, body]
    case .optionalMap(_, let value, let body, _):
      return isEmptyOptional(value) ? [value] : [value, body]
    case .call("or", _, let arguments), .call("orValue", _, let arguments):
      return isEmptyOptional(arguments[0]) ? arguments : [arguments[0]]
    case .list, .map, .record, .call: return node.parts
    }
  }

  private func isEmptyOptional(_ node: TypedNode) -> Bool {
    if case .value(.optional(nil))? = outcome(of: node) { return true }
    return false
  }

  /// The last element asked is the one that decided, where one did; the parts still hold what they came to for it.
  private func reasons(of comprehension: Comprehension, _ node: TypedNode) -> [TypedNode] {
    if case .one? = elements(of: node)?.deciding {
      return [comprehension.condition].compactMap { $0 }
    }
    // What they came to for the last element says nothing of the others, but what they read beside elements does.
    var texts: Set<String> = []
    let inputs = [comprehension.condition, comprehension.result].flatMap { $0?.inputs ?? [] }
    return [comprehension.range] + inputs.filter { texts.insert($0.syntax.description).inserted }
  }

  private func elements(of node: TypedNode) -> Explanation.Elements? {
    guard case .comprehension(let comprehension) = node.kind,
      case .value(let range)? = outcome(of: comprehension.range)
    else { return nil }
    let deciding: Explanation.Elements.Deciding
    switch comprehension.form {
    case .exists where isValue(node, true), .all where isValue(node, false):
      deciding = frame.deciding[Int32(node.id)].map { .one($0) } ?? .each
    case .exists: deciding = isValue(node, false) ? .none : .each
    case .all: deciding = isValue(node, true) ? .all : .each
    default: deciding = .each
    }
    switch range {
    case .list(let elements): return .init(count: elements.count, deciding: deciding)
    case .map(let map): return .init(count: map.count, deciding: deciding)
    default: return nil
    }
  }
}

extension TypedNode {
  /// Whether the part is a variable, or a field of one.
  fileprivate var isPath: Bool {
    switch kind {
    case .variable, .local: true
    case .select(let operand, _, _): operand.isPath
    default: false
    }
  }
  /// The variables of the host, or fields of them, that are read within the part.
  fileprivate var inputs: [TypedNode] {
    if isPath, !isLocalPath { return [self] }
    return parts.flatMap(\.inputs)
  }

  private var isLocalPath: Bool {
    switch kind {
    case .local: true
    case .select(let operand, _, _): operand.isLocalPath
    default: false
    }
  }
}
