import CEL

extension Value {
  /// Reads a value of JSON: as it is, or as an object with one key that names the type, such as `{"timestamp": [0, 0]}` or
  /// `{"timestamp": "2026-07-01T00:00:00Z"}`.
  init(_ json: JSONValue) throws {
    switch json {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .int(let number): self = .int(number)
    case .uint(let number): self = .uint(number)
    case .double(let number): self = .double(number)
    case .string(let text): self = .string(text)
    case .array(let elements): self = .list(try elements.map { try Value($0) })
    case .object(let object):
      if object.count == 1, let (type, content) = object.first,
        let value = try Value(type, content)
      {
        self = value
      } else {
        self = .map(
          try Self.map(object.sorted { $0.key < $1.key }.map { (.string($0), try Value($1)) }))
      }
    }
  }

  /// Reads a value of a type; nil where the name is no type's.
  private init?(_ type: String, _ content: JSONValue) throws {
    switch (type, content) {
    case ("null", .null): self = .null
    case ("bool", .bool(let value)): self = .bool(value)
    case ("int", .string(let text)): self = .int(try known(Int64(text), type))
    case ("int", .int(let number)): self = .int(number)
    case ("uint", .string(let text)): self = .uint(try known(UInt64(text), type))
    case ("uint", .int(let number)): self = .uint(try known(UInt64(exactly: number), type))
    case ("double", .string(let text)): self = .double(try known(Double(text), type))
    case ("double", .double(let number)): self = .double(number)
    case ("double", .int(let number)): self = .double(Double(number))
    case ("string", .string(let text)): self = .string(text)
    case ("bytes", .string(let text)): self = .bytes(try known([UInt8](hexadecimal: text), type))
    case ("type", .string(let name)): self = .type(name)
    case ("list", .array(let elements)): self = .list(try elements.map { try Value($0) })
    case ("map", .array(let entries)):
      self = .map(try Self.map(entries.map { try Self.entry($0) }))
    case ("timestamp", _): self = .timestamp(try known(Timestamp(content), type))
    case ("duration", .array(let parts)):
      let (seconds, nanoseconds) = try known(parts.pair, type)
      self = .duration(.seconds(seconds) + .nanoseconds(nanoseconds))
    default: return nil
    }
  }

  private static func entry(_ json: JSONValue) throws -> (Value, Value) {
    guard case .array(let parts) = json, parts.count == 2 else {
      throw JSONFileError("an entry of a map is a list of its key and its value")
    }
    return (try Value(parts[0]), try Value(parts[1]))
  }

  private static func map(_ entries: [(Value, Value)]) throws -> MapValue {
    var map = MapValue()
    for (key, value) in entries where !map.insert(value, for: key) {
      throw JSONFileError("a map has each key once, and only bools, whole numbers and texts")
    }
    return map
  }

  /// The type of the value, as far as it tells; elements of several types are dynamic.
  var valueType: ValueType {
    switch self {
    case .list(let elements): .list(Self.common(elements))
    case .map(let map): .map(Self.common(map.keys), Self.common(map.values))
    case .optional(let content): .optional(content?.valueType ?? .dynamic)
    case .type: .type(.dynamic)
    default: ValueType(typeName) ?? .dynamic
    }
  }

  private static func common(_ values: [Value]) -> ValueType {
    let types = Set(values.map(\.valueType))
    return types.count == 1 ? types.first ?? .dynamic : .dynamic
  }
}

private func known<Result>(_ value: Result?, _ type: String) throws -> Result {
  guard let value else { throw JSONFileError("this is no \(type)") }
  return value
}

extension Timestamp {
  fileprivate init?(_ json: JSONValue) {
    switch json {
    case .string(let text): self.init(text)
    case .array(let parts):
      guard let (seconds, nanoseconds) = parts.pair else { return nil }
      self.init(seconds: seconds, nanoseconds: Int32(clamping: nanoseconds))
    default: return nil
    }
  }
}

extension [JSONValue] {
  fileprivate var pair: (Int64, Int64)? {
    guard count == 2, case .int(let first) = self[0], case .int(let second) = self[1] else {
      return nil
    }
    return (first, second)
  }
}

extension [UInt8] {
  fileprivate init?(hexadecimal text: String) {
    let digits = Array<UInt8>(text.utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for place in stride(from: 0, to: digits.count, by: 2) {
      let pair = String(decoding: digits[place..<(place + 2)], as: UTF8.self)
      guard let byte = UInt8(pair, radix: 16) else { return nil }
      bytes.append(byte)
    }
    self = bytes
  }
}
