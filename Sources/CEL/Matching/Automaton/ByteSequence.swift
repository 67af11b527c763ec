/// Ranges of bytes, one for each place in the UTF-8 form of a code point.
typealias ByteSequence = [ClosedRange<UInt8>]

extension CodePointSet {
  /// The code points of one length in UTF-8, without the surrogates, which no text has.
  private static let blocks: [(range: ClosedRange<UInt32>, length: Int)] = [
    (0...0x7F, 1), (0x80...0x7FF, 2), (0x800...0xD7FF, 3), (0xE000...0xFFFF, 3),
    (0x10000...0x10FFFF, 4),
  ]

  /// The UTF-8 forms of the members, in ascending order.
  ///
  /// Two of them begin with the same range or with ranges that have nothing in common, and behind
  /// the same beginning, this holds again.
  var byteSequences: [ByteSequence] {
    var sequences: [ByteSequence] = []
    for range in ranges {
      for block in Self.blocks where block.range.overlaps(range) {
        sequences.append(range.clamped(to: block.range), length: block.length)
      }
    }
    return sequences
  }
}

extension [ByteSequence] {
  /// Adds a range of code points that take the same number of bytes.
  ///
  /// It is cut where the first bytes differ unless the last ones run through all their values.
  /// A cut makes the range fit at one more place, so this is nested twice for a byte at most.
  fileprivate mutating func append(_ range: ClosedRange<UInt32>, length: Int) {
    let (lower, upper) = (range.lowerBound, range.upperBound)
    for place in 1..<Swift.max(length, 1) {
      let low = (UInt32(1) << (6 * UInt32(place))) - 1
      if lower & ~low == upper & ~low { continue }
      if lower & low != 0 {
        append(lower...(lower | low), length: length)
        return append((lower | low) + 1...upper, length: length)
      }
      if upper & low != low {
        append(lower...(upper & ~low) - 1, length: length)
        return append((upper & ~low)...upper, length: length)
      }
    }
    append(zip(lower.utf8(length: length), upper.utf8(length: length)).map { $0...$1 })
  }
}

extension UInt32 {
  /// Returns the UTF-8 form of a code point that takes a number of bytes.
  fileprivate func utf8(length: Int) -> [UInt8] {
    if length == 1 { return [UInt8(self)] }
    let marks: [UInt8] = [0xC0, 0xE0, 0xF0]
    let lead = marks[length - 2] | UInt8(self >> (6 * UInt32(length - 1)))
    return [lead]
      + (1..<length).map { place in
        0x80 | UInt8(self >> (6 * UInt32(length - 1 - place)) & 0x3F)
      }
  }
}
