/// What a call of a function costs.
///
/// The *weight* of a value is 1 for a single one, 1 and another for every ten bytes begun of a text or of bytes, and 1 with
/// the weights of all it holds for a list, map, record or optional.
public enum CostRule: Sendable {
  /// Always the same.
  case fixed(UInt64)
  /// The weights of some arguments, by their places, together.
  case weight(of: [Int])
  /// The weights of some arguments, by their places, multiplied: each part of one may meet each part of another.
  case product(of: [Int])
  /// The lesser of the weights of the first two arguments: a comparison ends where the shorter one does.
  case lighter
}

extension CostRule {
  /// The places of the arguments on which the cost depends.
  var places: [Int] {
    switch self {
    case .fixed: []
    case .weight(let places), .product(let places): places
    case .lighter: [0, 1]
    }
  }

  /// Returns what a call costs, from the weights of its arguments.
  func cost(_ weight: (Int) -> UInt64) -> UInt64 {
    switch self {
    case .fixed(let cost): cost
    case .weight(let places): places.reduce(0) { $0.adding(weight($1)) }
    case .product(let places): places.reduce(1) { $0.multiplied(by: weight($1)) }
    case .lighter: min(weight(0), weight(1))
    }
  }
}

extension UInt64 {
  /// Returns the sum, or the largest number where it would be larger.
  func adding(_ other: UInt64) -> UInt64 {
    let sum = addingReportingOverflow(other)
    return sum.overflow ? .max : sum.partialValue
  }

  /// Returns the product, or the largest number where it would be larger.
  func multiplied(by other: UInt64) -> UInt64 {
    let product = multipliedReportingOverflow(by: other)
    return product.overflow ? .max : product.partialValue
  }
}

extension Value {
  /// How much there is of the value to be walked through; see `CostRule`.
  var weight: UInt64 { weight(atMost: .max) }

  /// Returns the weight, or some number above a limit where it is larger.
  ///
  /// A list whose elements are the same list again and again is small in memory but endless to walk through, so the walk ends
  /// where the limit is passed.
  func weight(atMost limit: UInt64) -> UInt64 {
    switch self {
    case .string(let text): return text.weight
    case .bytes(let bytes): return UInt64(1 + (bytes.count + 9) / 10)
    case .list(let elements): return Self.weight(of: elements, atMost: limit)
    case .map(let map):
      return Self.weight(of: map.keys, atMost: limit)
        .adding(Self.weight(of: map.values, atMost: limit)) - 1
    case .record(let record):
      return Self.weight(of: record.values.lazy.compactMap { $0 }, atMost: limit)
    case .optional(let content): return (content?.weight(atMost: limit) ?? 0).adding(1)
    default: return 1
    }
  }

  private static func weight(of parts: some Sequence<Value>, atMost limit: UInt64) -> UInt64 {
    var weight: UInt64 = 1
    for part in parts {
      weight = weight.adding(part.weight(atMost: limit))
      if weight > limit { break }
    }
    return weight
  }
}

extension Pattern {
  /// How much work a pattern makes of every ten bytes: 1, and another for every ten instructions of its automaton.
  var weight: UInt64 { UInt64(1 + automaton.instructions.count / 10) }

  /// The weight of the largest pattern that there is.
  static let greatestWeight = UInt64(1 + PatternParser.maximumInstructions / 10)
}

extension String {
  @inline(__always)
  var weight: UInt64 { UInt64(1 + (utf8.count + 9) / 10) }
}
