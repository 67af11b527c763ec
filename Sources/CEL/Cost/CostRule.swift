/// What a call of a function costs.
///
/// The *weight* of a value is 1 for a single one, 1 and another for every ten bytes begun of a text or of bytes, and 1 with
/// the weights of all it holds for a list, map, record or optional.
public enum CostRule: Sendable {
  /// Always the same.
  case fixed(UInt64)
  /// The weights of some arguments, by their places, together.
  case weight(of: [Int])
  /// The weights of two arguments, by their places, multiplied: each part of the one may meet each part of the other.
  case product(Int, Int)
  /// The lesser of the weights of the first two arguments: a comparison ends where the shorter one does.
  case lighter
}

extension CostRule {
  /// Returns what a call costs, from the weights of its arguments.
  func cost(_ weight: (Int) -> UInt64) -> UInt64 {
    switch self {
    case .fixed(let cost): cost
    case .weight(let places): places.reduce(0) { $0.adding(weight($1)) }
    case .product(let first, let second): weight(first).multiplied(by: weight(second))
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
  var weight: UInt64 {
    switch self {
    case .string(let text): text.weight
    case .bytes(let bytes): UInt64(1 + (bytes.count + 9) / 10)
    case .list(let elements): elements.reduce(1) { $0.adding($1.weight) }
    case .map(let map):
      zip(map.keys, map.values).reduce(1) { $0.adding($1.0.weight).adding($1.1.weight) }
    case .record(let record): record.values.reduce(1) { $0.adding($1?.weight ?? 0) }
    case .optional(let content): (content?.weight ?? 0).adding(1)
    default: 1
    }
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
