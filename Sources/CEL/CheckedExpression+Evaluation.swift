/// Why an expression has no value.
public enum EvaluationError: Error, Hashable, Sendable {
  /// A field or variable that the expression reads is missing.
  case missing(String)
  /// A whole number left the range of 64 bits.
  case overflow
}

extension CheckedExpression {
  /// Returns the value of the expression over variables.
  ///
  /// As the language asks, `false && x` and `true || x` have a value even where `x` has none, from either side.
  ///
  /// - Throws: `EvaluationError` where the expression has no value.
  public func value(over variables: [String: Value]) throws(EvaluationError) -> Value {
    try root.value(over: variables)
  }
}

extension TypedNode {
  fileprivate func value(over variables: [String: Value]) throws(EvaluationError) -> Value {
    switch kind {
    case .literal(let value): return value
    case .variable(let name):
      guard let value = variables[name] else { throw .missing(name) }
      return value
    case .list(let elements):
      var values: [Value] = []
      for element in elements { values.append(try element.value(over: variables)) }
      return .list(values)
    case .select(let operand, let field):
      guard let value = try operand.field(field, over: variables) else { throw .missing(field) }
      return value
    case .has(let operand, let field):
      return .bool(try operand.isThere(field, over: variables))
    case .call(let function, let arguments):
      return try Self.call(function, arguments, over: variables)
    case .quantifier(let quantifier, let variable, let list, let condition):
      guard case .list(let elements) = try list.value(over: variables) else {
        throw .missing(variable)
      }
      return try Self.ask(quantifier, elements, variable, condition, over: variables)
    }
  }

  private func field(
    _ name: String, over variables: [String: Value]
  ) throws(EvaluationError) -> Value? {
    guard case .record(let fields) = try value(over: variables) else { return nil }
    return fields[name]
  }

  /// A record that is itself missing has no field.
  private func isThere(
    _ name: String, over variables: [String: Value]
  ) throws(EvaluationError) -> Bool {
    do {
      return try field(name, over: variables) != nil
    } catch .missing {
      return false
    }
  }

  private static func call(
    _ function: Function, _ arguments: [TypedNode], over variables: [String: Value]
  ) throws(EvaluationError) -> Value {
    switch function {
    case .and: return .bool(try decided(by: false, arguments, over: variables))
    case .or: return .bool(try decided(by: true, arguments, over: variables))
    case .conditional:
      let condition = try arguments[0].value(over: variables)
      return try arguments[condition == .bool(true) ? 1 : 2].value(over: variables)
    default:
      var values: [Value] = []
      for argument in arguments { values.append(try argument.value(over: variables)) }
      return try function.value(of: values)
    }
  }

  /// Returns what `&&` (decided by false) or `||` (decided by true) makes of two conditions.
  private static func decided(
    by decisive: Bool, _ conditions: [TypedNode], over variables: [String: Value]
  ) throws(EvaluationError) -> Bool {
    var failure: EvaluationError?
    for condition in conditions {
      do {
        if try condition.value(over: variables) == .bool(decisive) { return decisive }
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
    return !decisive
  }

  private static func ask(
    _ quantifier: Quantifier, _ elements: [Value], _ variable: String, _ condition: TypedNode,
    over variables: [String: Value]
  ) throws(EvaluationError) -> Value {
    var inner = variables
    var count = 0
    var failure: EvaluationError?
    for element in elements {
      inner[variable] = element
      do {
        let holds = try condition.value(over: inner) == .bool(true)
        if quantifier == .exists && holds || quantifier == .all && !holds { return .bool(holds) }
        count += holds ? 1 : 0
      } catch {
        if quantifier == .existsOne { throw error }
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
    switch quantifier {
    case .all: return .bool(true)
    case .exists: return .bool(false)
    case .existsOne: return .bool(count == 1)
    }
  }
}

extension Function {
  fileprivate func value(of arguments: [Value]) throws(EvaluationError) -> Value {
    switch (self, arguments[0], arguments.last) {
    case (.not, .bool(let value), _): return .bool(!value)
    case (.equal, let first, let second): return .bool(first == second)
    case (.unequal, let first, let second): return .bool(first != second)
    case (.isIn, let value, .list(let elements)): return .bool(elements.contains(value))
    case (.size, .string(let text), _): return .int(Int64(text.unicodeScalars.count))
    case (.size, .list(let elements), _): return .int(Int64(elements.count))
    case (.negate, .int(let number), _):
      return .int(try checked(Int64(0).subtractingReportingOverflow(number)))
    case (_, .int(let first), .int(let second)): return try number(first, second)
    case (_, .timestamp(let first), .timestamp(let second)): return .bool(compare(first, second))
    case (_, .string(let first), .string(let second)): return .bool(holds(first, second))
    default: preconditionFailure("the checker lets no such arguments through")
    }
  }

  private func number(_ first: Int64, _ second: Int64) throws(EvaluationError) -> Value {
    switch self {
    case .add: .int(try checked(first.addingReportingOverflow(second)))
    case .subtract: .int(try checked(first.subtractingReportingOverflow(second)))
    case .multiply: .int(try checked(first.multipliedReportingOverflow(by: second)))
    default: .bool(compare(first, second))
    }
  }

  private func checked(
    _ result: (partialValue: Int64, overflow: Bool)
  ) throws(EvaluationError) -> Int64 {
    if result.overflow { throw .overflow }
    return result.partialValue
  }

  private func compare<Ordered: Comparable>(_ first: Ordered, _ second: Ordered) -> Bool {
    switch self {
    case .less: first < second
    case .lessOrEqual: first <= second
    case .greater: first > second
    default: first >= second
    }
  }
}
