/// Values by key, in the order in which they were put in.
///
/// Keys are bools, whole numbers and texts; `1` and `1u` are the same key, and `1.0` finds it.
public struct MapValue: Sendable {
  /// The keys in their order.
  public private(set) var keys: [Value] = []
  /// The values, each at its key's place.
  public private(set) var values: [Value] = []
  private var places: [MapKey: Int] = [:]

  /// Creates a map without entries.
  public init() {}

  /// Creates a map of values by text.
  public init(_ entries: KeyValuePairs<String, Value>) {
    for (key, value) in entries { _ = insert(value, for: .string(key)) }
  }

  /// How many entries there are.
  public var count: Int { keys.count }
  /// Whether there is no entry.
  public var isEmpty: Bool { keys.isEmpty }

  /// Puts a value in.
  ///
  /// - Returns: False, and the map as it was, where the key is there already or can't be one.
  public mutating func insert(_ value: Value, for key: Value) -> Bool {
    guard let place = MapKey(key), key.canBeKey, places[place] == nil else { return false }
    places[place] = keys.count
    keys.append(key)
    values.append(value)
    return true
  }

  /// The value of a key, or nil where the map doesn't have it.
  public subscript(_ key: Value) -> Value? {
    guard let place = MapKey(key).flatMap({ places[$0] }) else { return nil }
    return values[place]
  }

  /// Returns whether both have equal values for the same keys, in whatever order.
  func equals(_ other: MapValue) -> Bool {
    count == other.count
      && zip(keys, values).allSatisfy { key, value in other[key]?.equals(value) ?? false }
  }
}

extension MapValue: Equatable {
  /// Returns whether both have the same values for the same keys, in whatever order.
  public static func == (first: MapValue, second: MapValue) -> Bool {
    first.count == second.count
      && zip(first.keys, first.values).allSatisfy { key, value in second[key] == value }
  }
}

extension Value {
  /// Whether a map may have the value as a key.
  var canBeKey: Bool {
    switch self {
    case .bool, .int, .uint, .string: true
    default: false
    }
  }
}

/// A key in the form in which equal keys are the same.
private enum MapKey: Hashable {
  case bool(Bool)
  case int(Int64)
  case large(UInt64)
  case text(CodePoints)

  init?(_ value: Value) {
    switch value {
    case .bool(let value): self = .bool(value)
    case .int(let number): self = .int(number)
    case .uint(let number): self.init(number)
    case .double(let number):
      if let whole = Int64(exactly: number) {
        self = .int(whole)
      } else if let whole = UInt64(exactly: number) {
        self.init(whole)
      } else {
        return nil
      }
    case .string(let text): self = .text(CodePoints(text: text))
    default: return nil
    }
  }

  private init(_ number: UInt64) {
    self = Int64(exactly: number).map { .int($0) } ?? .large(number)
  }
}

/// A text that equals others of the same code points.
struct CodePoints: Hashable {
  let text: String

  static func == (first: CodePoints, second: CodePoints) -> Bool {
    first.text.isSame(as: second.text)
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
