/// Finds the meaning and type of every part of an expression, and every mistake in it.
///
/// Where it isn't strict, types are left to be found out when the expression is evaluated, and what has no meaning fails only
/// then.
struct Checker {
  let environment: Environment
  let isStrict: Bool
  var unifier = Unifier()
  private(set) var issues: [SourceIssue] = []
  private(set) var nodeCount = 0
  private(set) var maximumLocals = 0
  /// The variables of the macros around the part that is being checked, the innermost last.
  private(set) var locals: [(name: String, type: ValueType)] = []

  init(environment: Environment, isStrict: Bool) {
    self.environment = environment
    self.isStrict = isStrict
  }

  mutating func check(_ node: Node) -> TypedNode {
    switch node.kind {
    case .literal(let value): return make(.literal(value), type(of: value), node)
    case .name: return name(node)
    case .select(let operand, let field, let isOptional):
      return select(operand, field, isOptional: isOptional, node)
    case .list(let elements): return list(elements, node)
    case .map(let entries): return map(entries, node)
    case .record(let name, let entries): return record(name, entries, node)
    case .call(let function, let target, let arguments):
      return call(function, target, arguments, node)
    case .invalid: return make(.failure(.invalidArgument), .invalid, node)
    }
  }

  mutating func make(_ kind: TypedNode.Kind, _ type: ValueType, _ syntax: Node) -> TypedNode {
    defer { nodeCount += 1 }
    return TypedNode(
      kind: kind, type: isStrict ? type : .dynamic, id: nodeCount, syntax: syntax)
  }

  mutating func fail(
    _ syntax: Node, at position: Position? = nil, _ code: EvaluationError.Code, _ problem: String
  ) -> TypedNode {
    if isStrict { issues.append((position ?? syntax.position).issue(problem)) }
    return make(.failure(code), .invalid, syntax)
  }

  /// Returns a type with what is known about its parameters so far.
  func known(_ type: ValueType) -> ValueType { unifier.resolve(type) }

  // MARK: - Variables of macros

  /// Returns what a function makes where a name stands for a new variable.
  mutating func with<Result>(
    _ names: [(name: String, type: ValueType)], _ check: (inout Checker, [Int]) -> Result
  ) -> Result {
    let places = names.indices.map { locals.count + $0 }
    locals += names
    maximumLocals = max(maximumLocals, locals.count)
    defer { locals.removeLast(names.count) }
    return check(&self, places)
  }

  // MARK: - Names

  private mutating func name(_ node: Node) -> TypedNode {
    if let local = local(node) { return local }
    guard let name = node.qualifiedName else { return make(.failure(.missing), .invalid, node) }
    if let found = global(name, node) { return found }
    let hint = Advice.hint(forName: name) ?? suggestion(for: name, among: knownNames)
    return fail(node, .missing, "undeclared name '\(name)'" + hint)
  }

  private mutating func local(_ node: Node) -> TypedNode? {
    guard case .name(let name, isAbsolute: false) = node.kind,
      let place = locals.lastIndex(where: { $0.name == name })
    else { return nil }
    return make(.local(place), locals[place].type, node)
  }

  private mutating func global(_ name: String, _ node: Node) -> TypedNode? {
    if let place = environment.variable(name) {
      return make(.variable(place), environment.variables[place].type, node)
    }
    guard let type = environment.denotation(name) else { return nil }
    return make(.literal(.type(type.runtimeName)), .type(type), node)
  }

  /// Returns whether a chain of names and points begins with a variable of a macro.
  func isLocal(_ node: Node) -> Bool {
    switch node.kind {
    case .name(let name, let isAbsolute): !isAbsolute && locals.contains { $0.name == name }
    case .select(let operand, _, _): isLocal(operand)
    default: false
    }
  }

  private var knownNames: [String] {
    environment.variables.map(\.name) + locals.map(\.name)
  }

  // MARK: - Fields

  private mutating func select(
    _ operand: Node, _ field: String, isOptional: Bool, _ node: Node
  ) -> TypedNode {
    if let name = node.qualifiedName, !isLocal(node), let found = global(name, node) {
      return found
    }
    let operand = check(operand)
    guard let type = type(of: field, in: operand, at: node) else {
      return make(.failure(.noSuchField), .invalid, node)
    }
    var result = type
    if case .optional = known(operand.type) {
      result = .optional(type)
    } else if isOptional {
      result = .optional(type)
    }
    return make(.select(operand, field: field, isOptional: isOptional), result, node)
  }

  /// Returns the type of a field, or nil where it was reported that there is none.
  mutating func type(of field: String, in operand: TypedNode, at node: Node) -> ValueType? {
    var type = known(operand.type)
    if case .optional(let content) = type { type = content }
    switch type {
    case .dynamic, .invalid: return type
    case .parameter:
      _ = unifier.fit([.dynamic], [type])
      return .dynamic
    case .map(let key, let value):
      if unifier.fit([.string], [key]) { return value }
      _ = fail(node, .noSuchKey, "the keys of the map are no texts, so it has no field '\(field)'")
    case .record(let name):
      guard let schema = environment.schemas[name] else {
        _ = fail(node, .noSuchField, "the kind of record '\(name)' isn't declared")
        return isStrict ? nil : .dynamic
      }
      if let place = schema.place(of: field) { return schema.fields[place].type }
      _ = fail(
        node, .noSuchField,
        "\(name) has no field '\(field)'"
          + suggestion(for: field, among: schema.fields.map(\.name)))
    default:
      let isMethod = environment.functions[field]?.contains(where: \.isMember) == true
      _ = fail(
        node, .noSuchField,
        "a value of type \(type) has no field '\(field)'"
          + (isMethod ? "; write \(field)() with parentheses" : ""))
    }
    return isStrict ? nil : .dynamic
  }

  // MARK: - Values

  private func type(of value: Value) -> ValueType {
    switch value {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    default: .dynamic
    }
  }

  private mutating func list(_ elements: [Node.Element], _ node: Node) -> TypedNode {
    var type: ValueType?
    let typed = elements.map { element in
      let typed = check(element.node)
      type = unifier.join(type, content(of: typed, isOptional: element.isOptional))
      return TypedNode.Element(node: typed, isOptional: element.isOptional)
    }
    return make(.list(typed), .list(type ?? unifier.fresh()), node)
  }

  private mutating func map(_ entries: [Node.Entry], _ node: Node) -> TypedNode {
    var keyType: ValueType?
    var valueType: ValueType?
    let typed = entries.map { entry in
      let key = check(entry.key)
      let value = check(entry.value)
      keyType = unifier.join(keyType, checkedKey(key))
      valueType = unifier.join(valueType, content(of: value, isOptional: entry.isOptional))
      return TypedNode.Entry(key: key, value: value, isOptional: entry.isOptional)
    }
    let type = ValueType.map(keyType ?? unifier.fresh(), valueType ?? unifier.fresh())
    return make(.map(typed), type, node)
  }

  /// Returns the type of a key, unless values of its type can't be keys.
  private mutating func checkedKey(_ key: TypedNode) -> ValueType {
    let type = known(key.type)
    switch type {
    case .bool, .int, .uint, .string, .dynamic, .invalid, .wrapper(.bool), .wrapper(.int),
      .wrapper(.uint), .wrapper(.string):
      return type
    case .parameter:
      _ = unifier.fit([.dynamic], [type])
      return .dynamic
    default:
      _ = fail(
        key.syntax, .invalidKey, "only bools, whole numbers and texts can be keys, not \(type)")
      return .invalid
    }
  }

  /// Returns the type of what an element or entry gives: an optional one gives what it holds.
  private mutating func content(of node: TypedNode, isOptional: Bool) -> ValueType {
    guard isOptional else { return node.type }
    let content = unifier.fresh()
    if unifier.fit([node.type], [.optional(content)]) { return content }
    _ = fail(
      node.syntax, .noSuchOverload,
      "what follows '?' is optional, not \(known(node.type))")
    return .invalid
  }

  private mutating func record(_ name: String, _ entries: [Node.Entry], _ node: Node) -> TypedNode {
    guard let schema = environment.schema(name) else {
      for entry in entries { _ = check(entry.value) }
      return fail(
        node, .missing,
        "unknown record '\(name)'" + suggestion(for: name, among: environment.schemas.keys.sorted())
      )
    }
    var fields: [TypedNode.Field] = []
    for entry in entries {
      let value = check(entry.value)
      guard case .literal(.string(let field)) = entry.key.kind else { continue }
      guard let place = schema.place(of: field) else {
        return fail(
          entry.key, .noSuchField,
          "\(schema.name) has no field '\(field)'"
            + suggestion(for: field, among: schema.fields.map(\.name)))
      }
      if fields.contains(where: { $0.place == place }) {
        _ = fail(entry.key, .repeatedKey, "the field '\(field)' stands twice")
      }
      let type = content(of: value, isOptional: entry.isOptional)
      if !unifier.fit([type], [schema.fields[place].type]) {
        _ = fail(
          entry.value, .noSuchOverload,
          "the field '\(field)' is \(schema.fields[place].type), not \(known(type))")
      }
      fields.append(.init(place: place, value: value, isOptional: entry.isOptional))
    }
    return make(.record(schema, fields), .record(schema.name), node)
  }
}

extension ValueType {
  /// The name by which `type()` knows values of the type.
  fileprivate var runtimeName: String {
    switch self {
    case .null: "null_type"
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .list: "list"
    case .map: "map"
    case .optional: "optional_type"
    case .type: "type"
    default: description
    }
  }
}

func suggestion(for name: String, among candidates: some Sequence<String>) -> String {
  nearest(to: name, among: candidates).map { "; did you mean '\($0)'?" } ?? ""
}
