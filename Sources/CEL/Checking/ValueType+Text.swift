extension ValueType {
  /// Reads a type as the language writes it, such as `map(string, list(int))`.
  ///
  /// A single capital letter is a type parameter; a name that the language doesn't know is a record, or with types in
  /// parentheses an opaque type.
  ///
  /// - Returns: Nil where the text is no type.
  public init?(_ text: String) {
    var rest = text.filter { !$0.isWhitespace }[...]
    guard let type = Self.take(&rest, depth: 0), rest.isEmpty else { return nil }
    self = type
  }

  private static func take(_ rest: inout Substring, depth: Int) -> ValueType? {
    let name = String(rest.prefix { $0.isLetter || $0.isNumber || "_.".contains($0) })
    guard !name.isEmpty, depth < 50 else { return nil }
    rest = rest.dropFirst(name.count)
    guard rest.first == "(" else { return simple(name) }
    var parts: [ValueType] = []
    repeat {
      rest.removeFirst()
      guard let part = take(&rest, depth: depth + 1) else { return nil }
      parts.append(part)
    } while rest.first == ","
    guard rest.first == ")" else { return nil }
    rest.removeFirst()
    return composed(name, parts)
  }

  private static func composed(_ name: String, _ parts: [ValueType]) -> ValueType? {
    switch (name, parts.count) {
    case ("list", 1): .list(parts[0])
    case ("map", 2): .map(parts[0], parts[1])
    case ("optional_type", 1): .optional(parts[0])
    case ("wrapper", 1): .wrapper(parts[0])
    case ("type", 1): .type(parts[0])
    case ("list", _), ("map", _), ("optional_type", _), ("wrapper", _), ("type", _): nil
    default: .opaque(name, parts)
    }
  }

  private static func simple(_ name: String) -> ValueType {
    if let type = named[name] { return type }
    return name.count == 1 && name.allSatisfy { $0.isUppercase } ? .parameter(name) : .record(name)
  }

  /// The types that have a name of their own in expressions.
  static let named: [String: ValueType] = [
    "null": .null, "null_type": .null, "bool": .bool, "int": .int, "uint": .uint,
    "double": .double, "string": .string, "bytes": .bytes, "dyn": .dynamic, "any": .dynamic,
    "timestamp": .timestamp, "google.protobuf.Timestamp": .timestamp, "duration": .duration,
    "google.protobuf.Duration": .duration, "list": .list(.dynamic), "map": .map(.dynamic, .dynamic),
    "optional_type": .optional(.dynamic), "type": .type(.dynamic),
  ]

  /// The names that stand for types in expressions, each with the type.
  static let denotations: [String: ValueType] = [
    "null_type": .null, "bool": .bool, "int": .int, "uint": .uint, "double": .double,
    "string": .string, "bytes": .bytes, "list": .list(.dynamic), "map": .map(.dynamic, .dynamic),
    "type": .type(.dynamic), "optional_type": .optional(.dynamic),
    "google.protobuf.Timestamp": .timestamp, "google.protobuf.Duration": .duration,
  ]
}
