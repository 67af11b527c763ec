/// The check sum of zip files, which is known of a repetition without going through it.
struct CRC32 {
  private(set) var value: UInt32 = 0

  init(_ content: Content) {
    for run in content.runs where run.size > 0 {
      append(Self.repeated(Self.sum(run.pattern), size: run.pattern.count, count: run.count))
    }
  }

  private mutating func append(_ other: (sum: UInt32, size: Int)) {
    value = Self.joined(value, other.sum, size: other.size)
  }

  private static func repeated(_ sum: UInt32, size: Int, count: Int) -> (sum: UInt32, size: Int) {
    var all: (sum: UInt32, size: Int) = (0, 0)
    var doubled = (sum: sum, size: size)
    var left = count
    while left > 0 {
      if left & 1 == 1 {
        all = (joined(all.sum, doubled.sum, size: doubled.size), all.size + doubled.size)
      }
      doubled = (joined(doubled.sum, doubled.sum, size: doubled.size), doubled.size * 2)
      left >>= 1
    }
    return all
  }

  private static func sum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ ($0 >> 8) }
  }

  /// The sum of bytes that are followed by others, of which there are `size`.
  private static func joined(_ first: UInt32, _ second: UInt32, size: Int) -> UInt32 {
    var power: UInt32 = 1 << 31
    var square = (0..<3).reduce(UInt32(1 << 30)) { power, _ in product(power, power) }
    var left = size
    while left > 0 {
      if left & 1 == 1 { power = product(square, power) }
      square = product(square, square)
      left >>= 1
    }
    return product(power, first) ^ second
  }

  /// The product of two polynomials, their bits reversed, modulo that of the sum.
  private static func product(_ one: UInt32, _ other: UInt32) -> UInt32 {
    var (sum, factor) = (UInt32(0), other)
    for bit in (0..<32).reversed() {
      if one & (1 << UInt32(bit)) != 0 { sum ^= factor }
      factor = shifted(factor)
    }
    return sum
  }

  private static func shifted(_ bits: UInt32) -> UInt32 {
    bits & 1 == 1 ? (bits >> 1) ^ 0xEDB8_8320 : bits >> 1
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { bits, _ in shifted(bits) }
  }
}
