/// A form of a function: the types that it takes, the type that it returns, and what it does.
public struct Overload: Sendable {
  /// The types of the arguments; that of a method's target comes first.
  public let parameters: [ValueType]
  /// The type of the result.
  public let result: ValueType
  /// Whether it is called as a method, such as `text.size()`.
  public let isMember: Bool
  /// What a call costs.
  public let cost: CostRule
  let body: Body

  enum Body: Sendable {
    /// Takes whatever the function's overloads take, and tells them apart itself.
    case unary(@Sendable (Value) throws(Failure) -> Value)
    case binary(@Sendable (Value, Value) throws(Failure) -> Value)
    case variadic(@Sendable ([Value]) throws(Failure) -> Value)
    /// A function of the host, for values of the parameters' types alone.
    case host(@Sendable ([Value]) throws(FunctionError) -> Value)
  }

  init(
    _ parameters: [ValueType], _ result: ValueType, isMember: Bool, cost: CostRule, body: Body
  ) {
    self.parameters = parameters
    self.result = result
    self.isMember = isMember
    self.cost = cost
    self.body = body
  }

  /// Creates a form of a function of the host.
  ///
  /// ```swift
  /// Overload([.string], returns: .bool, isMember: true) { arguments throws(FunctionError) in
  ///   guard case .string(let code) = arguments[0] else { throw FunctionError("a code is a text") }
  ///   return .bool(code.count == 8)
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - parameters: The types of the arguments; that of a method's target comes first.
  ///   - result: The type of the result, which may use the parameters' type parameters.
  ///   - isMember: Whether it is called as a method.
  ///   - cost: What a call costs.
  ///   - body: What it does with as many values as there are parameters, whose outermost types are the parameters'.
  public init(
    _ parameters: [ValueType], returns result: ValueType, isMember: Bool = false,
    cost: CostRule = .fixed(1),
    body: @escaping @Sendable ([Value]) throws(FunctionError) -> Value
  ) {
    precondition(
      cost.places.allSatisfy { parameters.indices.contains($0) },
      "what a call costs depends on arguments that there are")
    self.init(parameters, result, isMember: isMember, cost: cost, body: .host(body))
  }

  /// Calls a form of the language itself.
  func builtIn(_ values: [Value]) throws(Failure) -> Value {
    switch body {
    case .unary(let body): return try body(values[0])
    case .binary(let body): return try body(values[0], values[1])
    case .variadic(let body): return try body(values)
    case .host: throw Failure(.noSuchOverload)
    }
  }

  var isHost: Bool {
    if case .host = body { return true }
    return false
  }

  /// The form as a person would write it, such as `string.startsWith(string)`.
  func signature(of name: String) -> String {
    let types = parameters.map(\.description)
    if isMember { return "\(types[0]).\(name)(\(types.dropFirst().joined(separator: ", ")))" }
    return "\(name)(\(types.joined(separator: ", ")))"
  }
}

/// Why a function of the host has no value for its arguments.
public struct FunctionError: Error, Sendable {
  /// What is wrong, in plain words, without the values.
  public let problem: String

  /// Creates an error.
  public init(_ problem: String) {
    self.problem = problem
  }
}
