extension Checker {
  mutating func call(
    _ function: String, _ target: Node?, _ arguments: [Node], _ node: Node
  ) -> TypedNode {
    if let macro = macro(function, target, arguments, node) { return macro }
    switch (function, arguments.count) {
    case ("&&", _), ("||", _):
      let conditions = arguments.map { condition($0, of: "'\(function)'") }
      return make(.logic(isAnd: function == "&&", conditions), .bool, node)
    case ("?:", 3): return conditional(arguments, node)
    default: break
    }
    if let target { return method(function, of: target, arguments, node) }
    guard let (name, overloads) = globalFunction(function) else {
      return unknown(function, arguments, isMember: false, node)
    }
    return resolve(name, overloads, arguments.map { check($0) }, node)
  }

  private mutating func method(
    _ function: String, of target: Node, _ arguments: [Node], _ node: Node
  ) -> TypedNode {
    if let namespace = target.qualifiedName, !isLocal(target) {
      let full = "\(namespace).\(function)"
      if let (name, overloads) = globalFunction(full) {
        return resolve(name, overloads, checked(arguments, of: name), node)
      }
      if environment.variable(namespace) == nil, isNamespace(namespace) {
        return unknown(full, arguments, isMember: false, node)
      }
    }
    let target = check(target)
    let overloads = environment.functions[function, default: []].filter(\.isMember)
    guard !overloads.isEmpty else { return unknown(function, arguments, isMember: true, node) }
    return resolve(function, overloads, [target] + arguments.map { check($0) }, node)
  }

  /// Returns the forms of a function that aren't methods, or nil where it has none.
  private func globalFunction(_ name: String) -> (name: String, overloads: [Overload])? {
    guard let (name, overloads) = environment.function(name) else { return nil }
    let forms = overloads.filter { !$0.isMember }
    return forms.isEmpty ? nil : (name, forms)
  }

  /// The functions that take any number of arguments take three and more of them as a list.
  private mutating func checked(_ arguments: [Node], of name: String) -> [TypedNode] {
    guard arguments.count > 2, name == "math.greatest" || name == "math.least" else {
      return arguments.map { check($0) }
    }
    let elements = arguments.map { Node.Element(node: $0, isOptional: false) }
    return [check(Node(kind: .list(elements), position: arguments[0].position))]
  }

  private func isNamespace(_ name: String) -> Bool {
    environment.functions.keys.contains { $0.hasPrefix(name + ".") }
  }

  private mutating func unknown(
    _ function: String, _ arguments: [Node], isMember: Bool, _ node: Node
  ) -> TypedNode {
    // The arguments of a misspelt macro speak of a variable that only the macro itself would bring.
    let isMacro = isMember && nearest(to: function, among: Macro.methods) != nil
    if !isMacro { for argument in arguments { _ = check(argument) } }
    let known =
      isMember
      ? environment.functions.filter { $0.value.contains(where: \.isMember) }.keys.sorted()
        + Macro.methods
      : environment.functions.filter { $0.value.contains { !$0.isMember } }.keys.sorted() + ["has"]
    var hint = isMacro ? "" : Advice.hint(forFunction: function) ?? ""
    if hint.isEmpty {
      hint = suggestion(for: function, among: known.filter { $0.first?.isLetter == true })
    }
    if hint.isEmpty, environment.function(function) != nil || Macro.methods.contains(function) {
      hint =
        isMember
        ? "; it is a function: \(function)(…)"
        : "; it is a method: it stands after a value and a point"
    }
    return fail(node, .noSuchOverload, "unknown function '\(function)'" + hint)
  }

  // MARK: - Overloads

  private mutating func resolve(
    _ name: String, _ overloads: [Overload], _ arguments: [TypedNode], _ node: Node
  ) -> TypedNode {
    guard isStrict else {
      let candidates = overloads.filter { $0.parameters.count == arguments.count }
      return candidates.isEmpty
        ? make(.failure(.noSuchOverload), .dynamic, node)
        : make(.call(name, candidates, arguments), .dynamic, node)
    }
    let types = arguments.map(\.type)
    if types.contains(.invalid) { return make(.failure(.noSuchOverload), .invalid, node) }
    var found: [Overload] = []
    var result: ValueType?
    for overload in overloads where overload.parameters.count == arguments.count {
      let instance = unifier.instance(of: overload.parameters + [overload.result])
      guard unifier.fit(types, Array(instance.dropLast())), let last = instance.last else {
        continue
      }
      found.append(overload)
      let type = known(last)
      result = result.map { $0 == type || $0 == .dynamic ? $0 : .dynamic } ?? type
    }
    guard let result else { return misfit(name, overloads, arguments, node) }
    if name == "matches", let problem = patternProblem(arguments) {
      return fail(node, at: arguments[1].syntax.position, .invalidPattern, problem)
    }
    if let (argument, problem) = literalProblem(name, found, arguments) {
      return fail(node, at: argument.position, .invalidArgument, problem)
    }
    return make(.call(name, found, arguments), result, node)
  }

  /// Returns what is wrong with a pattern that stands in the expression.
  private func patternProblem(_ arguments: [TypedNode]) -> String? {
    guard arguments.count == 2, case .literal(.string(let source)) = arguments[1].kind else {
      return nil
    }
    do throws(PatternIssue) {
      _ = try Pattern(source)
      return nil
    } catch {
      return "in the pattern, character \(error.offset + 1): \(error.problem)"
    }
  }

  /// Returns the text that stands in the expression and can't be what a function makes of it, such as `30 February`.
  private func literalProblem(
    _ name: String, _ overloads: [Overload], _ arguments: [TypedNode]
  ) -> (Node, String)? {
    guard overloads.count == 1, let last = arguments.last?.syntax,
      case .literal(.string(let text)) = last.kind,
      let problem = StandardLibrary.problem(ofArgumentsTo: name)
    else { return nil }
    let sample = Value.timestamp(Timestamp(daysSince1970: 0))
    do throws(Failure) {
      switch overloads[0].body {
      case .unary(let body) where arguments.count == 1: _ = try body(.string(text))
      case .binary(let body) where name.hasPrefix("get"): _ = try body(sample, .string(text))
      default: break
      }
      return nil
    } catch {
      return (last, problem)
    }
  }

  private mutating func misfit(
    _ name: String, _ overloads: [Overload], _ arguments: [TypedNode], _ node: Node
  ) -> TypedNode {
    let types = arguments.map { known($0.type) }
    let given = types.map(\.description).joined(separator: ", ")
    let hint = Advice.hint(for: name, types) ?? takes(name, overloads)
    return fail(node, .noSuchOverload, "'\(name)' doesn't take (\(given))" + hint)
  }

  private func takes(_ name: String, _ overloads: [Overload]) -> String {
    guard name.first?.isLetter == true, name != "in", overloads.count <= 4 else { return "" }
    return "; it takes " + overloads.map { $0.signature(of: name) }.joined(separator: " or ")
  }

  // MARK: - Logic

  /// Checks a part that must be true or false.
  mutating func condition(_ node: Node, of whole: String? = nil) -> TypedNode {
    let condition = check(node)
    guard isStrict, !unifier.fit([condition.type], [.bool]) else { return condition }
    let type = known(condition.type)
    let problem = whole.map { "\($0) takes bools, not \(type)" }
    return fail(
      node, .noSuchOverload, problem ?? "a condition is a bool, not \(type.withArticle)")
  }

  private mutating func conditional(_ arguments: [Node], _ node: Node) -> TypedNode {
    let condition = condition(arguments[0])
    let first = check(arguments[1])
    let second = check(arguments[2])
    let instance = unifier.fresh()
    if isStrict, !unifier.fit([first.type, second.type], [instance, instance]) {
      return fail(
        node, .noSuchOverload,
        "both ways of '?:' give values of one type, not \(known(first.type)) and "
          + "\(known(second.type))")
    }
    return make(.conditional(condition, first, second), known(instance), node)
  }
}

extension ValueType {
  fileprivate var withArticle: String {
    (self == .int ? "an " : "a ") + description
  }
}
