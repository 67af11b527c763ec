/// Writes bits into bytes, the lowest first.
struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var open = 0
  private var openCount = 0

  /// Writes the lowest bits of a number, the lowest first.
  mutating func write(_ number: Int, count: Int) {
    open |= (number & ((1 << count) - 1)) << openCount
    openCount += count
    while openCount >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: open))
      open >>= 8
      openCount -= 8
    }
  }

  /// Writes the lowest bits of a number, the highest first, as codes are written.
  mutating func writeCode(_ code: Int, count: Int) {
    for bit in (0..<count).reversed() { write(code >> bit, count: 1) }
  }

  /// Fills the last byte.
  mutating func align() {
    if openCount > 0 { write(0, count: 8 - openCount) }
  }

  /// Appends whole bytes after the last, which is full.
  mutating func append(_ more: ArraySlice<UInt8>) {
    bytes.append(contentsOf: more)
  }

  /// Writes the same many times; eight times fill whole bytes, so only the first ones are written bit by bit.
  mutating func `repeat`(_ count: Int, _ writeOnce: (inout BitWriter) -> Void) {
    for _ in 0..<min(count, 16) { writeOnce(&self) }
    guard count > 16 else { return }
    var before = self
    for _ in 0..<8 { writeOnce(&before) }
    let period = Array(before.bytes[bytes.count...])
    bytes.append(repeating: period, count: (count - 16) / 8)
    for _ in 0..<(count - 16) % 8 { writeOnce(&self) }
  }
}
