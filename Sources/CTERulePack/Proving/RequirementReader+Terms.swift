import CEL

extension RequirementReader {
  /// Returns the term that a part is, or nil where its values stand in no order of which the prover knows.
  mutating func term(of node: TypedNode) -> (term: Int, kind: OrderedKind)? {
    if let value = constant(of: node) {
      return OrderedKind(value).map { (table.constant(value, $0), $0) }
    }
    guard let kind = OrderedKind(node.type) else { return nil }
    let path = path(node)
    // What is computed may be NaN, which stands in no order; what a record has never is.
    if kind == .floating, path == nil { return nil }
    return (table.variable(path ?? key(of: node), kind, isCount: node.isSize), kind)
  }

  /// Returns the term that a part is where it is compared with a value of another type.
  ///
  /// - Parameter upward: Which whole number stands for a fraction.
  mutating func term(
    of node: TypedNode, upward: Bool, with other: ValueType
  ) -> (term: Int, kind: OrderedKind)? {
    switch (constant(of: node), other) {
    case (.double(let number)?, .int):
      guard number.magnitude < 0x1p52 else { return nil }
      let whole = Int64(number.rounded(upward ? .up : .down))
      return (table.constant(.int(whole), .whole), .whole)
    case (.int(let number)?, .double):
      guard number.magnitude < 1 << 52 else { return nil }
      return (table.constant(.double(Double(number)), .floating), .floating)
    default: return term(of: node)
    }
  }

  // MARK: - Names

  /// Returns the name with points of a value that a record has or the host gives, or nil where it is made in another way.
  func path(_ node: TypedNode) -> String? {
    switch node.kind {
    case .variable(let place): environment.variables[place].name.escapedToASCII
    case .local(let place): "$\(place)"
    case .select(let operand, let field, isOptional: false): path(operand, field)
    default: nil
    }
  }

  /// Returns the name of a record's field; a bare name is that of the record's own field, but for those of the host.
  func path(_ operand: TypedNode, _ field: String) -> String? {
    guard case .record(let schema) = operand.type, let owner = path(operand) else { return nil }
    return owner == "this" && isBareName(field, of: schema)
      ? field.escapedToASCII : "\(owner).\(field.escapedToASCII)"
  }

  private func isBareName(_ field: String, of schema: String) -> Bool {
    guard field != "year", field != "today" else { return false }
    let declared = environment.variables.first { $0.name == field }
    let type = environment.schemas[schema].flatMap { schema in
      schema.place(of: field).map { schema.fields[$0].type }
    }
    return declared != nil && declared?.type == type
  }

  // MARK: - What stands for a part

  /// Returns a text that is the same for parts that always have the same value.
  mutating func key(of node: TypedNode) -> String {
    if let value = constant(of: node) { return value.asciiLiteral }
    if let path = path(node) { return path }
    switch node.kind {
    case .has(let operand, let field): return "has(\(key(of: operand)).\(field.escapedToASCII))"
    case .logic(let isAnd, let nodes): return key(isAnd ? "&&" : "||", nodes)
    case .conditional(let condition, let first, let second):
      return key("?:", [condition, first, second])
    case .call(let name, _, let arguments): return key(name.escapedToASCII, arguments)
    case .comprehension(let comprehension):
      return key("\(comprehension.form.rawValue)\(comprehension.locals)", node.parts)
    // Rare parts are told apart by how they are written as well.
    default: return key("`\(node.syntax.description.escapedToASCII)`", node.parts)
    }
  }

  /// Returns a text that stands for the negation of a condition.
  mutating func negatedKey(of node: TypedNode) -> String {
    if case .call("!", _, let arguments) = node.kind { return key(of: arguments[0]) }
    return key("!", [node])
  }

  private mutating func key(_ name: String, _ parts: [TypedNode]) -> String {
    var keys: [String] = []
    for part in parts { keys.append(key(of: part)) }
    return "\(name)(\(keys.joined(separator: ", ")))"
  }
}

extension TypedNode {
  /// Whether the part is how many elements or characters there are.
  fileprivate var isSize: Bool {
    if case .call("size", _, _) = kind { return true }
    return false
  }
}
