/// Finds the meaning and type of every part of an expression, and every mistake in it.
struct Checker {
  private let records: [String: [String: ValueType]]
  private var variables: [String: ValueType]
  private(set) var issues: [SourceIssue] = []

  init(declarations: Declarations) {
    records = declarations.records
    variables = declarations.variables
  }

  mutating func check(_ node: Node) -> TypedNode {
    switch node.kind {
    case .literal(let value): TypedNode(kind: .literal(value), type: value.type)
    case .name(let name): variable(name, at: node.position)
    case .list(let elements): list(elements, at: node.position)
    case .select(let operand, let field): select(operand, field: field, at: node.position)
    case .call("has", nil, let arguments): has(arguments, at: node.position)
    case .call("timestamp", nil, let arguments): timestamp(arguments, at: node.position)
    case .call(let function, let target, let arguments):
      if let target, let quantifier = Quantifier(rawValue: function) {
        self.quantifier(quantifier, over: target, arguments, at: node.position)
      } else {
        call(function, (target.map { [$0] } ?? []) + arguments, at: node.position)
      }
    }
  }

  private mutating func report(_ position: Position, _ problem: String) -> TypedNode {
    issues.append(position.issue(problem))
    return TypedNode(kind: .literal(.bool(false)), type: .unknown)
  }

  private mutating func variable(_ name: String, at position: Position) -> TypedNode {
    if let type = variables[name] { return TypedNode(kind: .variable(name), type: type) }
    return report(
      position, "undeclared name '\(name)'" + suggestion(for: name, among: variables.keys))
  }

  private mutating func list(_ elements: [Node], at position: Position) -> TypedNode {
    let nodes = elements.map { check($0) }
    guard let first = nodes.first?.type else {
      return TypedNode(kind: .list([]), type: .list(.unknown))
    }
    if let other = nodes.first(where: { !$0.type.isScalar })?.type {
      return report(position, "a list holds single values, not a \(other.name)")
    }
    if let other = nodes.first(where: { !$0.type.matches(first) })?.type {
      return report(
        position, "a list holds values of one type, not \(first.name) and \(other.name)")
    }
    return TypedNode(kind: .list(nodes), type: .list(first))
  }

  private mutating func select(
    _ operand: Node, field: String, at position: Position
  ) -> TypedNode {
    let operand = check(operand)
    guard let type = type(of: field, in: operand, at: position) else {
      return TypedNode(kind: .literal(.bool(false)), type: .unknown)
    }
    return TypedNode(kind: .select(operand, field: field), type: type)
  }

  private mutating func type(
    of field: String, in operand: TypedNode, at position: Position
  ) -> ValueType? {
    guard operand.type != .unknown else { return nil }
    guard case .record(let name) = operand.type, let fields = records[name] else {
      _ = report(position, "a value of type \(operand.type.name) has no field '\(field)'")
      return nil
    }
    if let type = fields[field] { return type }
    _ = report(
      position, "\(name) has no field '\(field)'" + suggestion(for: field, among: fields.keys))
    return nil
  }

  private mutating func has(_ arguments: [Node], at position: Position) -> TypedNode {
    guard arguments.count == 1, case .select(let operand, let field) = arguments[0].kind else {
      return report(position, "has() takes a field, such as has(this.day)")
    }
    let record = check(operand)
    guard type(of: field, in: record, at: arguments[0].position) != nil else {
      return TypedNode(kind: .literal(.bool(false)), type: .unknown)
    }
    return TypedNode(kind: .has(record, field: field), type: .bool)
  }

  private mutating func timestamp(_ arguments: [Node], at position: Position) -> TypedNode {
    guard arguments.count == 1, case .literal(.string(let text)) = arguments[0].kind,
      let seconds = Timestamp.seconds(ofDay: text)
    else {
      return report(position, "timestamp() takes a day such as \"2022-07-01T00:00:00Z\"")
    }
    return TypedNode(kind: .literal(.timestamp(seconds)), type: .timestamp)
  }

  private mutating func quantifier(
    _ quantifier: Quantifier, over target: Node, _ arguments: [Node], at position: Position
  ) -> TypedNode {
    let list = check(target)
    guard arguments.count == 2, case .name(let variable) = arguments[0].kind else {
      return report(
        position,
        "\(quantifier.rawValue)() takes a name and a condition, such as (e, e.year == year)")
    }
    let element: ValueType
    switch list.type {
    case .list(let type) where !type.isScalar || type == .unknown: element = type
    case .unknown: element = .unknown
    default:
      return report(
        position, "\(quantifier.rawValue)() asks a list of records, not a \(list.type.name)")
    }
    let hidden = variables.updateValue(element, forKey: variable)
    let condition = check(arguments[1])
    variables[variable] = hidden
    guard condition.type.matches(.bool) else {
      return report(arguments[1].position, "a condition is a bool, not a \(condition.type.name)")
    }
    return TypedNode(
      kind: .quantifier(quantifier, variable: variable, list: list, condition: condition),
      type: .bool)
  }

  private mutating func call(
    _ name: String, _ arguments: [Node], at position: Position
  ) -> TypedNode {
    let nodes = arguments.map { check($0) }
    guard let function = Function(rawValue: name) else {
      let known = Function.allCases.map(\.rawValue) + ["has", "timestamp"]
      return report(
        position, "unknown function '\(name)'" + suggestion(for: name, among: known))
    }
    guard let type = function.type(of: nodes.map(\.type)) else {
      let types = nodes.map(\.type.name).joined(separator: ", ")
      return report(position, "'\(name)' doesn't take (\(types))")
    }
    return TypedNode(kind: .call(function, nodes), type: type)
  }

  private func suggestion(for name: String, among names: some Sequence<String>) -> String {
    nearest(to: name, among: names.sorted()).map { "; did you mean '\($0)'?" } ?? ""
  }
}

extension Value {
  var type: ValueType {
    switch self {
    case .bool: .bool
    case .int: .int
    case .string: .string
    case .timestamp: .timestamp
    case .list(let elements): .list(elements.first?.type ?? .unknown)
    case .record: .unknown
    }
  }
}

extension Function {
  /// Returns the type of the function's value, or nil where it doesn't take such arguments.
  fileprivate func type(of arguments: [ValueType]) -> ValueType? {
    func takes(_ types: ValueType...) -> Bool {
      arguments.count == types.count && zip(arguments, types).allSatisfy { $0.matches($1) }
    }
    switch self {
    case .and, .or: return takes(.bool, .bool) ? .bool : nil
    case .not: return takes(.bool) ? .bool : nil
    case .equal, .unequal:
      let isScalar = arguments.allSatisfy(\.isScalar)
      return arguments.count == 2 && isScalar && arguments[0].matches(arguments[1]) ? .bool : nil
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      let isOrdered = [.int, .string, .timestamp].contains { takes($0, $0) }
      return isOrdered ? .bool : nil
    case .add, .subtract, .multiply: return takes(.int, .int) ? .int : nil
    case .negate: return takes(.int) ? .int : nil
    case .conditional:
      guard arguments.count == 3, arguments[0].matches(.bool), arguments[1].matches(arguments[2]),
        arguments[1].isScalar
      else { return nil }
      return arguments[1] == .unknown ? arguments[2] : arguments[1]
    case .isIn:
      guard arguments.count == 2, case .list(let element) = arguments[1], element.isScalar else {
        return nil
      }
      return element.matches(arguments[0]) ? .bool : nil
    case .size: return takes(.string) || takes(.list(.unknown)) ? .int : nil
    case .startsWith, .endsWith, .contains: return takes(.string, .string) ? .bool : nil
    }
  }
}
