/// The type of a value.
public indirect enum ValueType: Hashable, Sendable {
  /// The type of null alone.
  case null
  /// True or false.
  case bool
  /// A whole number of 64 bits.
  case int
  /// A whole number of 64 bits that isn't negative.
  case uint
  /// A floating-point number of 64 bits.
  case double
  /// A text.
  case string
  /// Bytes without a meaning of their own.
  case bytes
  /// A point in time.
  case timestamp
  /// A span of time.
  case duration
  /// A list of values of one type.
  case list(ValueType)
  /// Values of one type by keys of another.
  case map(ValueType, ValueType)
  /// A value of a type that may be there or not.
  case optional(ValueType)
  /// A value of a type, or null.
  case wrapper(ValueType)
  /// A record whose schema the host has declared.
  case record(String)
  /// A type of the host with types of its own, such as `tuple(int, string)`.
  case opaque(String, [ValueType])
  /// What `type()` returns for values of a type.
  case type(ValueType)
  /// Stands for whatever type fits, the same wherever the name stands in one signature.
  case parameter(String)
  /// A type that is known only when the expression is evaluated.
  case dynamic
  /// What stands where a mistake was already reported, and fits everywhere.
  case invalid
}

extension ValueType: CustomStringConvertible {
  /// The type as the language writes it, such as `map(string, list(int))`.
  public var description: String {
    switch self {
    case .null: "null"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .timestamp: "timestamp"
    case .duration: "duration"
    case .list(let element): "list(\(element))"
    case .map(let key, let value): "map(\(key), \(value))"
    case .optional(let content): "optional_type(\(content))"
    case .wrapper(let content): "wrapper(\(content))"
    case .record(let name): name
    case .opaque(let name, let parameters):
      "\(name)(\(parameters.map(\.description).joined(separator: ", ")))"
    case .type(let type): "type(\(type))"
    case .parameter(let name): name
    case .dynamic: "dyn"
    case .invalid: "error"
    }
  }
}

extension ValueType {
  /// Whether the type is known only when the expression is evaluated.
  var isDynamic: Bool { self == .dynamic || self == .invalid }

  /// The types within the type.
  var parts: [ValueType] {
    switch self {
    case .list(let part), .optional(let part), .wrapper(let part), .type(let part): [part]
    case .map(let key, let value): [key, value]
    case .opaque(_, let parameters): parameters
    default: []
    }
  }

  /// Returns the type with other types in place of those within it.
  func with(_ parts: [ValueType]) -> ValueType {
    switch self {
    case .list: .list(parts[0])
    case .optional: .optional(parts[0])
    case .wrapper: .wrapper(parts[0])
    case .type: .type(parts[0])
    case .map: .map(parts[0], parts[1])
    case .opaque(let name, _): .opaque(name, parts)
    default: self
    }
  }

  /// Whether both are of one kind, whatever the types within them.
  func isSameKind(as other: ValueType) -> Bool {
    switch (self, other) {
    case (.list, .list), (.map, .map), (.optional, .optional), (.wrapper, .wrapper), (.type, .type):
      true
    case (.opaque(let name, let parameters), .opaque(let other, let others)):
      name == other && parameters.count == others.count
    default: self == other
    }
  }

  /// Returns the type with every part replaced by what a function makes of it, from the inside out.
  func mapping(_ replace: (ValueType) -> ValueType) -> ValueType {
    replace(with(parts.map { $0.mapping(replace) }))
  }

  /// Whether a value may be of the type, as far as its outermost part tells.
  func admits(_ value: Value) -> Bool {
    switch (self, value) {
    case (.dynamic, _), (.invalid, _), (.parameter, _), (.null, .null), (.bool, .bool),
      (.int, .int), (.uint, .uint), (.double, .double), (.string, .string), (.bytes, .bytes),
      (.timestamp, .timestamp), (.duration, .duration), (.list, .list), (.map, .map),
      (.optional, .optional), (.type, .type), (.wrapper, .null):
      true
    case (.wrapper(let content), _): content.admits(value)
    case (.record(let name), .record(let record)): record.schema.name == name
    default: false
    }
  }
}
