/// The functions and operators of the language and of its extensions for texts, mathematics and optionals.
enum StandardLibrary {
  static let functions: [String: [Overload]] = {
    let definitions = [
      operators, collections, conversions, texts, times, strings, mathematics, optionals,
    ].joined()
    return Dictionary(definitions.map { ($0.name, $0.overloads) }) { $0 + $1 }
  }()
}

/// A function with all its forms, which share what they do.
struct Definition {
  let name: String
  let overloads: [Overload]

  init(
    _ name: String, _ signatures: [Signature], cost: CostRule = .fixed(1), body: Overload.Body
  ) {
    self.name = name
    overloads = signatures.map {
      Overload($0.parameters, $0.result, isMember: $0.isMember, cost: cost, body: body)
    }
  }

  init(
    _ name: String, _ signatures: Signature..., cost: CostRule = .fixed(1),
    unary body: @escaping @Sendable (Value) throws(Failure) -> Value
  ) {
    self.init(name, signatures, cost: cost, body: .unary(body))
  }

  init(
    _ name: String, _ signatures: Signature..., cost: CostRule = .fixed(1),
    binary body: @escaping @Sendable (Value, Value) throws(Failure) -> Value
  ) {
    self.init(name, signatures, cost: cost, body: .binary(body))
  }

  init(
    _ name: String, _ signatures: Signature..., cost: CostRule = .fixed(1),
    variadic body: @escaping @Sendable ([Value]) throws(Failure) -> Value
  ) {
    self.init(name, signatures, cost: cost, body: .variadic(body))
  }
}

/// The types that a form takes and returns.
struct Signature {
  let parameters: [ValueType]
  let result: ValueType
  var isMember = false

  /// A form that is called by its name or sign.
  static func takes(_ parameters: ValueType..., gives result: ValueType) -> Signature {
    Signature(parameters: parameters, result: result)
  }

  /// A form that is called as a method of its first argument.
  static func of(_ parameters: ValueType..., gives result: ValueType) -> Signature {
    Signature(parameters: parameters, result: result, isMember: true)
  }
}

extension ValueType {
  static let a = ValueType.parameter("A")
  static let b = ValueType.parameter("B")
}
