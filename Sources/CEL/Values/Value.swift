/// A value of the language.
///
/// `==` tells whether two values are the same in type and content; the language's own equality, in which `1`, `1u`
/// and `1.0` are equal and NaN equals nothing, is `equals(_:)`.
public enum Value: Equatable, Sendable {
  /// What JSON calls null.
  case null
  /// True or false.
  case bool(Bool)
  /// A whole number of 64 bits.
  case int(Int64)
  /// A whole number of 64 bits that isn't negative.
  case uint(UInt64)
  /// A floating-point number of 64 bits.
  case double(Double)
  /// A text.
  case string(String)
  /// Bytes without a meaning of their own.
  case bytes([UInt8])
  /// A point in time.
  case timestamp(Timestamp)
  /// A span of time.
  case duration(Duration)
  /// Values in an order.
  case list([Value])
  /// Values by key.
  case map(MapValue)
  /// A record of a schema that the host has declared.
  case record(Record)
  /// The name of a type.
  case type(String)
  /// A value that may be there or not.
  indirect case optional(Value?)
}

extension Value {
  /// The name of the value's type, as `type()` returns it.
  public var typeName: String {
    switch self {
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .list: "list"
    case .map: "map"
    case .record(let record): record.schema.name
    case .type: "type"
    case .optional: "optional_type"
    }
  }

  /// Whether the value is what its type has when nothing was said: zero, empty, false or null.
  var isZero: Bool {
    switch self {
    case .null: true
    case .bool(let value): !value
    case .int(let number): number == 0
    case .uint(let number): number == 0
    case .double(let number): number == 0
    case .string(let text): text.isEmpty
    case .bytes(let bytes): bytes.isEmpty
    case .timestamp(let moment): moment.seconds == 0 && moment.nanoseconds == 0
    case .duration(let span): span == .zero
    case .list(let elements): elements.isEmpty
    case .map(let map): map.isEmpty
    case .record(let record): record.values.allSatisfy { $0 == nil }
    case .type: false
    case .optional(let content): content == nil
    }
  }
}
