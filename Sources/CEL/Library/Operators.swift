extension StandardLibrary {
  static let operators: [Definition] =
    [
      Definition("==", .takes(.a, .a, gives: .bool), cost: .lighter) { .bool($0.equals($1)) },
      Definition("!=", .takes(.a, .a, gives: .bool), cost: .lighter) { .bool(!$0.equals($1)) },
      ordering("<") { $0 == .before },
      ordering("<=") { $0 == .before || $0 == .same },
      ordering(">") { $0 == .after },
      ordering(">=") { $0 == .after || $0 == .same },
      Definition("!", .takes(.bool, gives: .bool), unary: not),
      Definition(
        "-", .takes(.int, gives: .int), .takes(.double, gives: .double), unary: negate),
    ] + sums + products

  private static let sums = [
    Definition(
      "+", .takes(.int, .int, gives: .int), .takes(.uint, .uint, gives: .uint),
      .takes(.double, .double, gives: .double), .takes(.string, .string, gives: .string),
      .takes(.bytes, .bytes, gives: .bytes), .takes(.list(.a), .list(.a), gives: .list(.a)),
      .takes(.timestamp, .duration, gives: .timestamp),
      .takes(.duration, .timestamp, gives: .timestamp),
      .takes(.duration, .duration, gives: .duration), cost: .weight(of: [0, 1]), binary: add),
    Definition(
      "-", .takes(.int, .int, gives: .int), .takes(.uint, .uint, gives: .uint),
      .takes(.double, .double, gives: .double),
      .takes(.timestamp, .timestamp, gives: .duration),
      .takes(.timestamp, .duration, gives: .timestamp),
      .takes(.duration, .duration, gives: .duration), binary: subtract),
  ]

  private static let products = [
    Definition(
      "*", .takes(.int, .int, gives: .int), .takes(.uint, .uint, gives: .uint),
      .takes(.double, .double, gives: .double), binary: multiply),
    Definition(
      "/", .takes(.int, .int, gives: .int), .takes(.uint, .uint, gives: .uint),
      .takes(.double, .double, gives: .double), binary: divide),
    Definition(
      "%", .takes(.int, .int, gives: .int), .takes(.uint, .uint, gives: .uint), binary: remainder),
  ]

  private static func ordering(
    _ sign: String, _ holds: @escaping @Sendable (Order) -> Bool
  ) -> Definition {
    let types: [ValueType] = [
      .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration,
    ]
    let signatures = types.map { Signature.takes($0, $0, gives: .bool) }
    let body: @Sendable (Value, Value) throws(Failure) -> Value = { first, second throws(Failure) in
      guard let order = first.order(to: second) else { throw Failure(.noSuchOverload) }
      return .bool(holds(order))
    }
    return Definition(
      sign, signatures + mixedNumbers(gives: .bool), cost: .lighter, body: .binary(body))
  }

  /// The forms that take two numbers of different types.
  static func mixedNumbers(gives result: ValueType) -> [Signature] {
    let numbers: [ValueType] = [.int, .uint, .double]
    return numbers.flatMap { first in
      numbers.filter { $0 != first }.map { .takes(first, $0, gives: result) }
    }
  }

  // MARK: - What they do

  private static func not(_ value: Value) throws(Failure) -> Value {
    guard case .bool(let value) = value else { throw Failure(.noSuchOverload) }
    return .bool(!value)
  }

  private static func negate(_ value: Value) throws(Failure) -> Value {
    switch value {
    case .int(let number): return .int(try whole(Int64(0).subtractingReportingOverflow(number)))
    case .double(let number): return .double(-number)
    default: throw Failure(.noSuchOverload)
    }
  }

  static func add(_ first: Value, _ second: Value) throws(Failure) -> Value {
    switch (first, second) {
    case (.int(let first), .int(let second)):
      return .int(try whole(first.addingReportingOverflow(second)))
    case (.uint(let first), .uint(let second)):
      return .uint(try whole(first.addingReportingOverflow(second)))
    case (.double(let first), .double(let second)): return .double(first + second)
    case (.string(let first), .string(let second)): return .string(first + second)
    case (.bytes(let first), .bytes(let second)): return .bytes(first + second)
    case (.list(let first), .list(let second)): return .list(first + second)
    case (.timestamp(let moment), .duration(let span)),
      (.duration(let span), .timestamp(let moment)):
      return .timestamp(try later(moment, by: span))
    case (.duration(let first), .duration(let second)): return .duration(try span(first + second))
    default: throw Failure(.noSuchOverload)
    }
  }

  private static func subtract(_ first: Value, _ second: Value) throws(Failure) -> Value {
    switch (first, second) {
    case (.int(let first), .int(let second)):
      return .int(try whole(first.subtractingReportingOverflow(second)))
    case (.uint(let first), .uint(let second)):
      return .uint(try whole(first.subtractingReportingOverflow(second)))
    case (.double(let first), .double(let second)): return .double(first - second)
    case (.timestamp(let first), .timestamp(let second)):
      return .duration(try span(first.since(second)))
    case (.timestamp(let moment), .duration(let span)):
      return .timestamp(try later(moment, by: .zero - span))
    case (.duration(let first), .duration(let second)): return .duration(try span(first - second))
    default: throw Failure(.noSuchOverload)
    }
  }

  private static func multiply(_ first: Value, _ second: Value) throws(Failure) -> Value {
    switch (first, second) {
    case (.int(let first), .int(let second)):
      return .int(try whole(first.multipliedReportingOverflow(by: second)))
    case (.uint(let first), .uint(let second)):
      return .uint(try whole(first.multipliedReportingOverflow(by: second)))
    case (.double(let first), .double(let second)): return .double(first * second)
    default: throw Failure(.noSuchOverload)
    }
  }

  private static func divide(_ first: Value, _ second: Value) throws(Failure) -> Value {
    switch (first, second) {
    case (.int(let first), .int(let second)): return .int(try quotient(first, second))
    case (.uint(let first), .uint(let second)): return .uint(try quotient(first, second))
    case (.double(let first), .double(let second)): return .double(first / second)
    default: throw Failure(.noSuchOverload)
    }
  }

  private static func remainder(_ first: Value, _ second: Value) throws(Failure) -> Value {
    switch (first, second) {
    case (.int(let first), .int(let second)): return .int(try rest(first, second))
    case (.uint(let first), .uint(let second)): return .uint(try rest(first, second))
    default: throw Failure(.noSuchOverload)
    }
  }

  // MARK: - Numbers in their range

  @inline(__always)
  static func whole<Number>(
    _ result: (partialValue: Number, overflow: Bool)
  ) throws(Failure) -> Number {
    if result.overflow { throw Failure(.overflow) }
    return result.partialValue
  }

  static func quotient<Number: FixedWidthInteger>(
    _ first: Number, _ second: Number
  ) throws(Failure) -> Number {
    if second == 0 { throw Failure(.divisionByZero) }
    return try whole(first.dividedReportingOverflow(by: second))
  }

  static func rest<Number: FixedWidthInteger>(
    _ first: Number, _ second: Number
  ) throws(Failure) -> Number {
    if second == 0 { throw Failure(.divisionByZero) }
    // The remainder by -1 is 0, though the quotient of the smallest number by it has no place.
    return first.remainderReportingOverflow(dividingBy: second).partialValue
  }

  static func span(_ span: Duration) throws(Failure) -> Duration {
    guard span.isInRange else { throw Failure(.overflow) }
    return span
  }

  private static func later(
    _ moment: Timestamp, by span: Duration
  ) throws(Failure) -> Timestamp {
    guard let later = moment.advanced(by: span) else { throw Failure(.overflow) }
    return later
  }
}
