import CEL

/// A case of the language's conformance suite: an expression, and what must come of it.
struct ConformanceCase: Decodable {
  let file: String
  let section: String
  let name: String
  let expr: String
  var container: String?
  var bindings: [String: JSONValue]?
  var typeEnv: [Declaration]?
  var disableMacros: Bool?
  var disableCheck: Bool?
  var checkOnly: Bool?
  var value: JSONValue?
  var error: [String]?
  var deducedType: String?

  /// A variable's type, or a function's forms.
  struct Declaration: Decodable {
    let name: String
    var type: String?
    var overloads: [Form]?
  }

  struct Form: Decodable {
    let parameters: [String]
    let result: String
    var isMember: Bool?
  }
}

extension ConformanceCase {
  /// Returns what went otherwise than it must, or nil where nothing did.
  func mistake() -> String? {
    do {
      let expression = try checked()
      if let deducedType, expression.type.description != deducedType {
        return "the type is \(expression.type), not \(deducedType)"
      }
      if checkOnly == true { return nil }
      return try mistake(in: expression.value(over: values(), costLimit: .max))
    } catch {
      // The suite's words for errors are its own; that there is one is what counts.
      return self.error == nil ? "there is an error: \(error)" : nil
    }
  }

  private func mistake(in result: Value) throws -> String? {
    guard let value else { return "\(result) instead of an error" }
    let expected = try Value(value)
    return result.isAlike(expected) ? nil : "\(result) instead of \(expected)"
  }

  private func checked() throws -> CheckedExpression {
    var environment = Environment(container: container ?? "")
    for declaration in typeEnv ?? [] { try declare(declaration, in: &environment) }
    for (name, value) in try values() where typeEnv?.contains(where: { $0.name == name }) != true {
      environment.declare(name, as: value.valueType)
    }
    return disableCheck == true ? try environment.parse(expr) : try environment.check(expr)
  }

  private func declare(_ declaration: Declaration, in environment: inout Environment) throws {
    if let type = declaration.type { environment.declare(declaration.name, as: try known(type)) }
    for form in declaration.overloads ?? [] {
      environment.declare(
        declaration.name,
        Overload(
          try form.parameters.map { try known($0) }, returns: try known(form.result),
          isMember: form.isMember ?? false
        ) { _ throws(FunctionError) in throw FunctionError("the suite declares no body") })
    }
  }

  private func known(_ text: String) throws -> ValueType {
    guard let type = ValueType(text) else { throw BindingError("'\(text)' is no type") }
    return type
  }

  private func values() throws -> [String: Value] {
    try (bindings ?? [:]).mapValues { try Value($0) }
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
