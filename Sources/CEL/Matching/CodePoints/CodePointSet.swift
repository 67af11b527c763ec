/// A set of code points.
///
/// Surrogates may be in it; no text has them, and the compiler leaves them out.
struct CodePointSet: Hashable, Sendable {
  static let maximum: UInt32 = 0x10FFFF

  /// The members, in ascending ranges with a gap between any two.
  private(set) var ranges: [ClosedRange<UInt32>] = []

  init() {}

  init(_ scalar: Unicode.Scalar) {
    ranges = [scalar.value...scalar.value]
  }

  /// Creates a set of ranges in any order, which may overlap.
  init(_ members: [ClosedRange<UInt32>]) {
    for range in members.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = ranges.last, range.lowerBound <= last.upperBound + 1 {
        let upper = max(last.upperBound, range.upperBound)
        ranges[ranges.count - 1] = last.lowerBound...upper
      } else {
        ranges.append(range)
      }
    }
  }

  mutating func formUnion(_ other: CodePointSet) {
    if other.ranges.isEmpty { return }
    self = ranges.isEmpty ? other : CodePointSet(ranges + other.ranges)
  }

  /// Every other code point.
  var negated: CodePointSet {
    var result = CodePointSet()
    var next: UInt32 = 0
    for range in ranges {
      if next < range.lowerBound { result.ranges.append(next...range.lowerBound - 1) }
      next = range.upperBound + 1
    }
    if next <= Self.maximum { result.ranges.append(next...Self.maximum) }
    return result
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    ranges.contains { $0.contains(scalar.value) }
  }
}
