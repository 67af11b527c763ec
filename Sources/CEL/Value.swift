/// A value of the language.
public indirect enum Value: Hashable, Sendable {
  /// True or false.
  case bool(Bool)
  /// A whole number of 64 bits.
  case int(Int64)
  /// A text.
  case string(String)
  /// Seconds since 1970-01-01T00:00:00Z.
  case timestamp(Int64)
  /// Values in an order.
  case list([Value])
  /// Fields by name; a field that is missing isn't there.
  case record([String: Value])
}

/// The type of a value.
public indirect enum ValueType: Hashable, Sendable {
  /// True or false.
  case bool
  /// A whole number of 64 bits.
  case int
  /// A text.
  case string
  /// A point in time.
  case timestamp
  /// A list of values of one type.
  case list(ValueType)
  /// A record whose fields the host has declared.
  case record(String)
  /// What stands where a mistake was already reported, and fits everywhere.
  case unknown

  /// The type as a person would say it.
  public var name: String {
    switch self {
    case .bool: "bool"
    case .int: "int"
    case .string: "string"
    case .timestamp: "timestamp"
    case .list(let element): "list(\(element.name))"
    case .record(let name): name
    case .unknown: "unknown"
    }
  }

  /// Whether values are single, so that they can be compared.
  var isScalar: Bool {
    switch self {
    case .bool, .int, .string, .timestamp, .unknown: true
    case .list, .record: false
    }
  }

  func matches(_ other: ValueType) -> Bool {
    switch (self, other) {
    case (.unknown, _), (_, .unknown): true
    case (.list(let first), .list(let second)): first.matches(second)
    default: self == other
    }
  }
}
