extension StandardLibrary {
  static let collections = [
    Definition(
      "in", .takes(.a, .list(.a), gives: .bool), .takes(.a, .map(.a, .b), gives: .bool),
      cost: .weight(of: [1]), binary: contains),
    Definition(
      "[]", .takes(.list(.a), .int, gives: .a), .takes(.map(.a, .b), .a, gives: .b),
      .takes(.optional(.list(.a)), .int, gives: .optional(.a)),
      .takes(.optional(.map(.a, .b)), .a, gives: .optional(.b)), cost: .weight(of: [1]),
      binary: element),
    Definition(
      "[?]", .takes(.list(.a), .int, gives: .optional(.a)),
      .takes(.map(.a, .b), .a, gives: .optional(.b)),
      .takes(.optional(.list(.a)), .int, gives: .optional(.a)),
      .takes(.optional(.map(.a, .b)), .a, gives: .optional(.b)), cost: .weight(of: [1])
    ) { container, key throws(Failure) in .optional(try optionalElement(container, key)) },
    Definition(
      "size", .takes(.string, gives: .int), .takes(.bytes, gives: .int),
      .takes(.list(.a), gives: .int), .takes(.map(.a, .b), gives: .int),
      .of(.string, gives: .int), .of(.bytes, gives: .int), .of(.list(.a), gives: .int),
      .of(.map(.a, .b), gives: .int), cost: .weight(of: [0]), unary: size),
  ]

  private static func contains(_ value: Value, _ container: Value) throws(Failure) -> Value {
    switch container {
    case .list(let elements): return .bool(elements.contains { $0.equals(value) })
    case .map(let map): return .bool(map[value] != nil)
    default: throw Failure(.noSuchOverload)
    }
  }

  private static func element(_ container: Value, _ key: Value) throws(Failure) -> Value {
    if case .optional(let content) = container {
      guard let content else { return .optional(nil) }
      return .optional(try find(key, in: content))
    }
    if let element = try find(key, in: container) { return element }
    if case .map = container { throw Failure(.noSuchKey) }
    throw Failure(.indexOutOfRange)
  }

  private static func optionalElement(_ container: Value, _ key: Value) throws(Failure) -> Value? {
    guard case .optional(let content) = container else { return try find(key, in: container) }
    guard let content else { return nil }
    return try find(key, in: content)
  }

  /// Returns the element at a place or the value of a key, or nil where there is none.
  private static func find(_ key: Value, in container: Value) throws(Failure) -> Value? {
    switch container {
    case .list(let elements):
      guard let place = key.place else { throw Failure(.invalidArgument) }
      return elements.indices.contains(place) ? elements[place] : nil
    case .map(let map): return map[key]
    default: throw Failure(.noSuchOverload)
    }
  }

  private static func size(_ value: Value) throws(Failure) -> Value {
    switch value {
    case .string(let text): return .int(Int64(text.unicodeScalars.count))
    case .bytes(let bytes): return .int(Int64(bytes.count))
    case .list(let elements): return .int(Int64(elements.count))
    case .map(let map): return .int(Int64(map.count))
    default: throw Failure(.noSuchOverload)
    }
  }
}

extension Value {
  /// The place in a list that a number stands for.
  fileprivate var place: Int? {
    switch self {
    case .int(let number): Int(number)
    case .uint(let number): Int(exactly: number)
    case .double(let number): Int(exactly: number)
    default: nil
    }
  }
}
