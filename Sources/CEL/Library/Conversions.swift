extension StandardLibrary {
  static let conversions = [
    Definition("dyn", .takes(.a, gives: .dynamic)) { value in value },
    Definition("type", .takes(.a, gives: .type(.a))) { .type($0.typeName) },
    Definition(
      "int", .takes(.int, gives: .int), .takes(.uint, gives: .int), .takes(.double, gives: .int),
      .takes(.string, gives: .int), .takes(.timestamp, gives: .int), cost: .weight(of: [0]),
      unary: int),
    Definition(
      "uint", .takes(.uint, gives: .uint), .takes(.int, gives: .uint),
      .takes(.double, gives: .uint), .takes(.string, gives: .uint), cost: .weight(of: [0]),
      unary: uint),
    Definition(
      "double", .takes(.double, gives: .double), .takes(.int, gives: .double),
      .takes(.uint, gives: .double), .takes(.string, gives: .double), cost: .weight(of: [0]),
      unary: double),
    Definition(
      "bool", .takes(.bool, gives: .bool), .takes(.string, gives: .bool), cost: .weight(of: [0]),
      unary: bool),
    Definition(
      "string", .takes(.string, gives: .string), .takes(.int, gives: .string),
      .takes(.uint, gives: .string), .takes(.double, gives: .string), .takes(.bool, gives: .string),
      .takes(.bytes, gives: .string), .takes(.timestamp, gives: .string),
      .takes(.duration, gives: .string), cost: .weight(of: [0]), unary: string),
    Definition(
      "bytes", .takes(.bytes, gives: .bytes), .takes(.string, gives: .bytes),
      cost: .weight(of: [0]), unary: bytes),
    Definition(
      "timestamp", .takes(.timestamp, gives: .timestamp), .takes(.string, gives: .timestamp),
      .takes(.int, gives: .timestamp), cost: .weight(of: [0]),
      unary: timestamp),
    Definition(
      "duration", .takes(.duration, gives: .duration), .takes(.string, gives: .duration),
      cost: .weight(of: [0]),
      unary: duration),
  ]

  /// Returns what is wrong with values that a function can't take, in plain words; nil where that goes without saying.
  static func problem(ofArgumentsTo function: String) -> String? {
    switch function {
    case "timestamp": "the text is no point in time such as 2026-07-01T00:00:00Z"
    case "duration":
      "the text is no span such as 90s or 1h30m; its units are h, m, s, ms, us and ns"
    case "int", "uint": "the text is no whole number"
    case "double": "the text is no number such as 0.5"
    case "bool": "the text is neither true nor false"
    case "string": "the bytes are no text in UTF-8"
    case "format": "the format doesn't fit its values; its letters are s, d, f, e, x, X, o and b"
    case _ where function.hasPrefix("get"):
      "there is no such time zone; name one such as America/Phoenix, or an offset such as -07:00"
    default: nil
    }
  }

  private static func int(_ value: Value) throws(Failure) -> Value {
    switch value {
    case .int: return value
    case .uint(let number): return .int(try inRange(Int64(exactly: number)))
    case .double(let number):
      // The ends are left out: what rounds to them may lie beyond.
      guard number > -0x1p63, number < 0x1p63 else { throw Failure(.overflow) }
      return .int(Int64(number))
    case .string(let text): return .int(try converted(Int64(text)))
    case .timestamp(let moment): return .int(moment.seconds)
    default: throw Failure(.noSuchOverload)
    }
  }

  private static func uint(_ value: Value) throws(Failure) -> Value {
    switch value {
    case .uint: return value
    case .int(let number): return .uint(try inRange(UInt64(exactly: number)))
    case .double(let number):
      guard number >= 0, number < 0x1p64 else { throw Failure(.overflow) }
      return .uint(UInt64(number))
    case .string(let text):
      return .uint(try converted(text.hasPrefix("+") ? nil : UInt64(text)))
    default: throw Failure(.noSuchOverload)
    }
  }

  private static func double(_ value: Value) throws(Failure) -> Value {
    switch value {
    case .double: return value
    case .int(let number): return .double(Double(number))
    case .uint(let number): return .double(Double(number))
    case .string(let text): return .double(try converted(Double(text)))
    default: throw Failure(.noSuchOverload)
    }
  }

  private static func bool(_ value: Value) throws(Failure) -> Value {
    switch value {
    case .bool: return value
    case .string(let text):
      if ["1", "t", "T", "true", "True", "TRUE"].contains(text) { return .bool(true) }
      if ["0", "f", "F", "false", "False", "FALSE"].contains(text) { return .bool(false) }
      throw Failure(.invalidArgument)
    default: throw Failure(.noSuchOverload)
    }
  }

  static func string(_ value: Value) throws(Failure) -> Value {
    switch value {
    case .string: return value
    case .bool(let value): return .string(value ? "true" : "false")
    case .int(let number): return .string(String(number))
    case .uint(let number): return .string(String(number))
    case .double(let number): return .string(number.celText)
    case .bytes(let bytes): return .string(try converted(String(validating: bytes, as: UTF8.self)))
    case .timestamp(let moment): return .string(moment.description)
    case .duration(let span): return .string(span.celText)
    default: throw Failure(.noSuchOverload)
    }
  }

  private static func bytes(_ value: Value) throws(Failure) -> Value {
    switch value {
    case .bytes: return value
    case .string(let text): return .bytes(Array(text.utf8))
    default: throw Failure(.noSuchOverload)
    }
  }

  private static func timestamp(_ value: Value) throws(Failure) -> Value {
    switch value {
    case .timestamp: return value
    case .string(let text): return .timestamp(try converted(Timestamp(text)))
    case .int(let seconds): return .timestamp(try inRange(Timestamp(seconds: seconds)))
    default: throw Failure(.noSuchOverload)
    }
  }

  private static func duration(_ value: Value) throws(Failure) -> Value {
    switch value {
    case .duration: return value
    case .string(let text): return .duration(try converted(Duration(celText: text)))
    default: throw Failure(.noSuchOverload)
    }
  }

  private static func inRange<Result>(_ result: Result?) throws(Failure) -> Result {
    guard let result else { throw Failure(.overflow) }
    return result
  }

  private static func converted<Result>(_ result: Result?) throws(Failure) -> Result {
    guard let result else { throw Failure(.invalidArgument) }
    return result
  }
}

extension Double {
  /// The number as the language writes it: without a fraction where it has none.
  var celText: String {
    if isNaN { return "NaN" }
    if isInfinite { return self < 0 ? "-Infinity" : "Infinity" }
    let text = String(describing: self)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
