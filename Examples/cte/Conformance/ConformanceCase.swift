import CEL

/// A case of the language's conformance suite: an expression, and what must come of it.
struct ConformanceCase {
  /// The file, section and name by which the suite knows the case.
  let name: String
  let expression: String
  private let container: String
  private let bindings: [String: Value]
  private let variables: [String: ValueType]
  private let functions: [(name: String, overload: Overload)]
  private let isChecked: Bool
  private let isEvaluated: Bool
  private let value: Value?
  private let mustFail: Bool
  private let type: String?

  private static let keys: Set<String> = [
    "file", "section", "name", "description", "expr", "container", "bindings", "typeEnv",
    "disableCheck", "checkOnly", "value", "error", "deducedType",
  ]

  init(_ json: JSONValue) throws {
    guard case .object(let object) = json, let expression = object["expr"]?.text else {
      throw JSONFileError("a case is an object with the key 'expr'")
    }
    let unknown = object.keys.filter { !Self.keys.contains($0) }.sorted()
    if let key = unknown.first {
      let hint = nearest(to: key, among: Self.keys.sorted()).map { "; did you mean '\($0)'?" }
      throw JSONFileError("a case has no key '\(key)'" + (hint ?? ""))
    }
    name = ["file", "section", "name"].compactMap { object[$0]?.text }.joined(separator: "/")
    self.expression = expression
    container = object["container"]?.text ?? ""
    bindings = try (object["bindings"]?.object ?? [:]).mapValues { try Value($0) }
    let declarations = (object["typeEnv"]?.array ?? []).compactMap(\.object)
    variables = try Self.variables(declarations)
    functions = try Self.functions(declarations)
    isChecked = object["disableCheck"]?.flag != true
    isEvaluated = object["checkOnly"]?.flag != true
    value = try object["value"].map { try Value($0) }
    mustFail = object["error"] != nil
    type = object["deducedType"]?.text
    guard [value != nil, mustFail].filter({ $0 }).count == (type != nil && value == nil ? 0 : 1)
    else { throw JSONFileError("\(name) says either its value, or an error, or a type alone") }
  }

  private static func variables(_ declarations: [[String: JSONValue]]) throws
    -> [String: ValueType]
  {
    var variables: [String: ValueType] = [:]
    for declaration in declarations {
      guard let name = declaration["name"]?.text, let type = declaration["type"]?.text else {
        continue
      }
      variables[name] = try known(type)
    }
    return variables
  }

  private static func functions(_ declarations: [[String: JSONValue]]) throws
    -> [(name: String, overload: Overload)]
  {
    try declarations.flatMap { declaration in
      try (declaration["overloads"]?.array ?? []).compactMap(\.object).map { form in
        let parameters = try (form["parameters"]?.array ?? []).compactMap(\.text).map {
          try known($0)
        }
        let overload = Overload(
          parameters, returns: try known(form["result"]?.text ?? ""),
          isMember: form["isMember"]?.flag == true
        ) { _ throws(FunctionError) in throw FunctionError("the suite declares no body") }
        return (declaration["name"]?.text ?? "", overload)
      }
    }
  }

  private static func known(_ text: String) throws -> ValueType {
    let type = ValueType(text)
    if case .record? = type { throw JSONFileError("there is no type '\(text)'") }
    guard let type else { throw JSONFileError("there is no type '\(text)'") }
    return type
  }
}

extension ConformanceCase {
  /// Returns what went otherwise than it must, or nil where nothing did.
  func mistake() -> String? {
    do {
      let expression = try checked()
      if let type, expression.type.description != type {
        return "the type is \(expression.type), not \(type)"
      }
      guard isEvaluated else { return nil }
      return mistake(in: try expression.value(over: bindings, costLimit: .max))
    } catch {
      // The suite's words for errors are its own; that there is one is what counts.
      return mustFail ? nil : "there is an error: \(error)"
    }
  }

  private func mistake(in result: Value) -> String? {
    guard let value else { return "\(result) instead of an error" }
    return result.isAlike(value) ? nil : "\(result) instead of \(value)"
  }

  private func checked() throws -> CheckedExpression {
    var environment = Environment(container: container)
    for (name, type) in variables { environment.declare(name, as: type) }
    for (name, overload) in functions { environment.declare(name, overload) }
    for (name, value) in bindings where variables[name] == nil {
      environment.declare(name, as: value.valueType)
    }
    return isChecked ? try environment.check(expression) : try environment.parse(expression)
  }
}

extension Value {
  /// Returns whether both are of one type and content, where NaN equals NaN.
  fileprivate func isAlike(_ other: Value) -> Bool {
    switch (self, other) {
    case (.double(let first), .double(let second)):
      first == second || first.isNaN && second.isNaN
    case (.list(let first), .list(let second)):
      first.count == second.count && zip(first, second).allSatisfy { $0.isAlike($1) }
    case (.map(let first), .map(let second)):
      first.count == second.count
        && zip(first.keys, first.values).allSatisfy { key, value in
          second[key].map { $0.isAlike(value) } ?? false
        }
    default: self == other
    }
  }
}
