import CEL

extension RequirementReader {
  /// The functions that are computed beforehand where their arguments are known.
  private static let folded: Set<String> = [
    "timestamp", "duration", "int", "double", "size", "+", "-", "*", "/", "%",
  ]

  /// Returns the value of a part that is the same for every record.
  mutating func constant(of node: TypedNode) -> Value? {
    switch node.kind {
    case .literal(.type): return nil
    case .literal(let value): return value
    case .variable, .select:
      return name(of: node).flatMap { constants[$0] }.flatMap { $0.ofType(node.type) }
    case .list(let elements): return list(elements)
    case .call(let name, _, let arguments) where Self.folded.contains(name):
      return call(name, arguments)
    default: return nil
    }
  }

  /// Returns the name with points under which a value may be known beforehand.
  private func name(of node: TypedNode) -> String? {
    switch node.kind {
    case .variable(let place): environment.variables[place].name
    case .select(let operand, let field, isOptional: false):
      name(of: operand).map { "\($0).\(field)" }
    default: nil
    }
  }

  private mutating func list(_ elements: [TypedNode.Element]) -> Value? {
    var values: [Value] = []
    for element in elements {
      guard !element.isOptional, let value = constant(of: element.node) else { return nil }
      values.append(value)
    }
    return .list(values)
  }

  private mutating func call(_ name: String, _ arguments: [TypedNode]) -> Value? {
    var texts: [String] = []
    for argument in arguments {
      guard let value = constant(of: argument) else { return nil }
      texts.append("(\(value.literal()))")
    }
    let isOperator = name.first?.isLetter == false
    let source =
      !isOperator
      ? "\(name)(\(texts.joined(separator: ", ")))"
      : texts.count == 1 ? name + texts[0] : texts.joined(separator: " \(name) ")
    if let known = knownCalls[source] { return known }
    // What fails has no value; that is for others to report.
    let value = (try? environment.check(source)).flatMap { try? $0.value() }
    knownCalls[source] = .some(value)
    return value
  }
}

extension Value {
  /// Returns the value if it is of a type, or a list of which the elements are what they are.
  fileprivate func ofType(_ type: ValueType) -> Value? {
    switch (self, type) {
    case (.bool, .bool), (.int, .int), (.double, .double), (.string, .string),
      (.timestamp, .timestamp), (.duration, .duration), (.list, .list):
      self
    default: nil
    }
  }
}
