/// The forms that look like functions but see their arguments unevaluated.
enum Macro {
  /// Those that are written like methods.
  static let methods = [
    "all", "exists", "exists_one", "existsOne", "filter", "map", "transformList", "transformMap",
    "transformMapEntry", "optMap", "optFlatMap",
  ]

  static func form(_ name: String) -> Comprehension.Form? {
    name == "exists_one" ? .existsOne : Comprehension.Form(rawValue: name)
  }
}

extension Checker {
  /// Returns what a macro stands for, or nil where a function is called.
  mutating func macro(
    _ function: String, _ target: Node?, _ arguments: [Node], _ node: Node
  ) -> TypedNode? {
    guard let target else { return function == "has" ? has(arguments, node) : nil }
    if function == "bind", target.qualifiedName == "cel", !isLocal(target) {
      return bind(arguments, node)
    }
    // A method of the host with the name of a macro is told apart by how many arguments it takes.
    let isDeclared = environment.functions[function, default: []].contains {
      $0.isMember && $0.parameters.count == arguments.count + 1
    }
    if isDeclared { return nil }
    if function == "optMap" || function == "optFlatMap" {
      return optionalMap(target, arguments, isFlat: function == "optFlatMap", node)
    }
    guard let form = Macro.form(function) else { return nil }
    return comprehension(form, named: function, over: target, arguments, node)
  }

  private mutating func has(_ arguments: [Node], _ node: Node) -> TypedNode {
    guard arguments.count == 1, case .select(let operand, let field, _) = arguments[0].kind else {
      let field = arguments.first?.simpleName ?? "day"
      return fail(node, .invalidArgument, "has() takes a field, such as has(this.\(field))")
    }
    let typed = check(operand)
    guard type(of: field, in: typed, at: arguments[0]) != nil else {
      return make(.failure(.noSuchField), .invalid, node)
    }
    return make(.has(typed, field: field), .bool, node)
  }

  private mutating func bind(_ arguments: [Node], _ node: Node) -> TypedNode {
    guard arguments.count == 3, let name = arguments[0].simpleName else {
      return fail(
        node, .invalidArgument,
        "cel.bind() takes a name, its value and an expression, such as (x, a + b, x * x)")
    }
    let value = check(arguments[1])
    return with([(name, value.type)]) { checker, places in
      let body = checker.check(arguments[2])
      return checker.make(.bind(local: places[0], value, body: body), body.type, node)
    }
  }

  private mutating func optionalMap(
    _ target: Node, _ arguments: [Node], isFlat: Bool, _ node: Node
  ) -> TypedNode {
    guard arguments.count == 2, let name = arguments[0].simpleName else {
      return fail(
        node, .invalidArgument,
        "\(isFlat ? "optFlatMap" : "optMap")() takes a name and an expression, such as (x, x + 1)")
    }
    let value = check(target)
    let content = unifier.fresh()
    if isStrict, !unifier.fit([value.type], [.optional(content)]) {
      return fail(target, .noSuchOverload, "this is no optional, but \(known(value.type))")
    }
    return with([(name, content)]) { checker, places in
      let body = checker.check(arguments[1])
      var type = ValueType.optional(body.type)
      if isFlat {
        let inner = checker.unifier.fresh()
        if checker.isStrict, !checker.unifier.fit([body.type], [.optional(inner)]) {
          return checker.fail(
            arguments[1], .noSuchOverload, "optFlatMap() makes an optional of it")
        }
        type = body.type
      }
      return checker.make(
        .optionalMap(local: places[0], value, body: body, isFlat: isFlat), type, node)
    }
  }

  // MARK: - Comprehensions

  private mutating func comprehension(
    _ form: Comprehension.Form, named macro: String, over target: Node, _ arguments: [Node],
    _ node: Node
  ) -> TypedNode {
    guard let shape = ComprehensionShape(form, arguments) else {
      _ = check(target)
      return fail(node, .invalidArgument, "\(macro)() takes \(ComprehensionShape.usage(of: form))")
    }
    let range = check(target)
    guard let variables = variables(of: range, named: shape.names) else {
      return fail(
        node, at: target.position, .noSuchOverload,
        "\(macro)() asks a list or a map, not \(known(range.type))")
    }
    return with(zip(shape.names, variables).map { ($0, $1) }) { checker, places in
      let condition = shape.condition.map { checker.condition($0) }
      let result = shape.result.map { checker.check($0) }
      let comprehension = Comprehension(
        form: form, range: range, locals: places, condition: condition, result: result)
      let type = checker.type(of: comprehension, key: variables[0])
      return checker.make(.comprehension(comprehension), type, node)
    }
  }

  /// Returns the types of a macro's variables, or nil where what it ranges over is neither a list nor a map.
  private mutating func variables(of range: TypedNode, named names: [String]) -> [ValueType]? {
    let isPair = names.count == 2
    switch known(range.type) {
    case .list(let element): return isPair ? [.int, element] : [element]
    case .map(let key, let value): return isPair ? [key, value] : [key]
    case .dynamic, .invalid: return names.map { _ in .dynamic }
    case .parameter(let name):
      _ = unifier.fit([.dynamic], [.parameter(name)])
      return names.map { _ in .dynamic }
    default: return isStrict ? nil : names.map { _ in .dynamic }
    }
  }

  private mutating func type(of comprehension: Comprehension, key: ValueType) -> ValueType {
    let result = comprehension.result?.type ?? .dynamic
    switch comprehension.form {
    case .all, .exists, .existsOne: return .bool
    case .filter:
      guard case .map(let key, _) = known(comprehension.range.type) else {
        return known(comprehension.range.type)
      }
      return .list(key)
    case .map, .transformList: return .list(result)
    case .transformMap: return .map(key, result)
    case .transformMapEntry:
      let type = ValueType.map(unifier.fresh(), unifier.fresh())
      if isStrict, !unifier.fit([result], [type]), let node = comprehension.result {
        _ = fail(node.syntax, .noSuchOverload, "transformMapEntry() makes a map of one entry of it")
      }
      return known(type)
    }
  }
}

/// The arguments of a comprehension, by what they are.
private struct ComprehensionShape {
  let names: [String]
  let condition: Node?
  let result: Node?

  /// Returns nil where there are too few or too many, or a variable is no simple name.
  init?(_ form: Comprehension.Form, _ arguments: [Node]) {
    let names = arguments.prefix { $0.simpleName != nil }.compactMap(\.simpleName)
    let count: Int
    switch (form, arguments.count) {
    case (.all, 2), (.exists, 2), (.existsOne, 2), (.filter, 2), (.map, 2), (.map, 3): count = 1
    case (.all, 3), (.exists, 3), (.existsOne, 3), (.transformList, 3...4), (.transformMap, 3...4),
      (.transformMapEntry, 3...4):
      count = 2
    default: return nil
    }
    guard names.count >= count, count == 1 || names[0] != names[1] else { return nil }
    self.names = Array(names.prefix(count))
    let rest = arguments.dropFirst(count)
    switch form {
    case .all, .exists, .existsOne, .filter: (condition, result) = (rest.last, nil)
    default: (condition, result) = (rest.count == 2 ? rest.first : nil, rest.last)
    }
  }

  static func usage(of form: Comprehension.Form) -> String {
    switch form {
    case .all, .exists, .existsOne:
      "a name, or two, and a condition, such as (e, e.year == year)"
    case .filter: "a name and a condition, such as (e, e.year == year)"
    case .map: "a name, a condition if you like, and an expression, such as (e, e.year)"
    case .transformList, .transformMap, .transformMapEntry:
      "two names, a condition if you like, and an expression, such as (key, value, value + 1)"
    }
  }
}

extension Node {
  /// The name, where the part is one that a macro's variable may have.
  fileprivate var simpleName: String? {
    guard case .name(let name, isAbsolute: false) = kind else { return nil }
    return name
  }
}
