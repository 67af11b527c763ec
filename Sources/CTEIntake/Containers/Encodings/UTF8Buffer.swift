/// Memory that is filled with UTF-8; its owner makes it large enough.
struct UTF8Buffer {
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  /// A byte of UTF-16 or Windows-1252 becomes at most so many.
  static let growth = 3

  init(_ buffer: UnsafeMutableBufferPointer<UInt8>) {
    self.buffer = buffer
  }

  /// Appends a character. Half of a pair of UTF-16 gives three bytes, which are no UTF-8.
  @inline(__always)
  mutating func append(_ character: UInt32) {
    switch character {
    case ..<0x80:
      put(character)
    case ..<0x800:
      put(0xC0 | character >> 6)
      put(0x80 | character & 0x3F)
    case ..<0x10000:
      put(0xE0 | character >> 12)
      put(0x80 | character >> 6 & 0x3F)
      put(0x80 | character & 0x3F)
    default:
      put(0xF0 | character >> 18)
      put(0x80 | character >> 12 & 0x3F)
      put(0x80 | character >> 6 & 0x3F)
      put(0x80 | character & 0x3F)
    }
  }

  /// Appends a byte that is no UTF-8 where it stands.
  mutating func append(invalid byte: UInt8) {
    put(UInt32(byte))
  }

  @inline(__always)
  private mutating func put(_ byte: UInt32) {
    buffer[count] = UInt8(truncatingIfNeeded: byte)
    count += 1
  }
}
