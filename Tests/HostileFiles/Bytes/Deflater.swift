/// Writes content in the form that zip files call deflated; repetitions are told as such, so that it takes no time.
struct Deflater {
  /// How repetitions are written.
  enum Tightness: Sendable {
    /// With codes of a bit, so that content may grow a thousandfold.
    case bomb
    /// With the codes that need no table, so that content grows less than 160-fold.
    case honest
  }

  private let tightness: Tightness
  private var bits = BitWriter()

  static func deflated(_ content: Content, _ tightness: Tightness) -> [UInt8] {
    var deflater = Deflater(tightness: tightness)
    for run in content.runs where run.size > 0 { deflater.write(run) }
    deflater.endFile()
    return deflater.bits.bytes
  }

  private init(tightness: Tightness) {
    self.tightness = tightness
  }

  private static let longestMatch = 258

  private mutating func write(_ run: Content.Run) {
    store(run.pattern)
    guard run.pattern.count <= 32_768 else {
      return (1..<run.count).forEach { _ in store(run.pattern) }
    }
    let matches = (run.size - run.pattern.count) / Self.longestMatch
    if matches > 0 { `repeat`(distance: run.pattern.count, count: matches) }
    let written = run.pattern.count + matches * Self.longestMatch
    store((written..<run.size).map { run.pattern[$0 % run.pattern.count] })
  }

  private mutating func store(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let block = rest.prefix(65_535)
      rest = rest.dropFirst(block.count)
      bits.write(0, count: 3)
      bits.align()
      bits.write(block.count, count: 16)
      bits.write(~block.count, count: 16)
      bits.append(block)
    }
  }

  /// Writes matches of the greatest length.
  private mutating func `repeat`(distance: Int, count: Int) {
    let (code, extra, extraCount) = Self.distanceCode(distance)
    switch tightness {
    case .bomb: writeTable(distanceCode: code)
    case .honest: bits.write(0b010, count: 3)
    }
    let tightness = tightness
    bits.repeat(count) { bits in
      switch tightness {
      case .bomb: bits.write(0b01, count: 2)
      case .honest:
        bits.writeCode(0b1100_0101, count: 8)
        bits.writeCode(code, count: 5)
      }
      bits.write(extra, count: extraCount)
    }
    bits.write(0, count: tightness == .bomb ? 1 : 7)
  }

  /// The code of a distance, and the bits that follow it.
  private static func distanceCode(_ distance: Int) -> (code: Int, extra: Int, extraCount: Int) {
    guard distance > 4 else { return (distance - 1, 0, 0) }
    let extraCount = (distance - 1).bitWidth - (distance - 1).leadingZeroBitCount - 2
    let half = ((distance - 1) >> extraCount) & 1
    let base = (2 + half) << extraCount
    return (2 * extraCount + 2 + half, distance - 1 - base, extraCount)
  }

  /// Writes a table with three codes of one bit: the end of the block, the greatest length, and a distance.
  private mutating func writeTable(distanceCode: Int) {
    bits.write(0b100, count: 3)
    bits.write(286 - 257, count: 5)
    bits.write(distanceCode, count: 5)
    bits.write(18 - 4, count: 4)
    // In the order of RFC 1951: the lengths 18, 0 and 1 are used.
    for length in [0, 0, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] {
      bits.write(length, count: 3)
    }
    zeros(138)
    zeros(118)
    one()
    zeros(28)
    one()
    for _ in 0..<distanceCode { bits.writeCode(0b10, count: 2) }
    one()
  }

  private mutating func zeros(_ count: Int) {
    bits.writeCode(0b11, count: 2)
    bits.write(count - 11, count: 7)
  }

  private mutating func one() {
    bits.writeCode(0, count: 1)
  }

  private mutating func endFile() {
    bits.write(0b011, count: 3)
    bits.write(0, count: 7)
    bits.align()
  }
}
