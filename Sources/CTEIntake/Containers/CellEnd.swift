/// Finds where cells end, looking at eight bytes at a time.
struct CellEnd {
  let separator: UInt8
  /// The separator in every byte.
  private let separators: UInt64

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let upperBits: UInt64 = 0x8080_8080_8080_8080
  private static let afterLineBreaks: UInt64 = 0x0E0E_0E0E_0E0E_0E0E
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  init(separator: UInt8) {
    self.separator = separator
    separators = UInt64(separator) &* Self.ones
  }

  /// Returns where the next separator or line break stands, or the end of the bytes.
  @inline(__always)
  func find(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var position = start
    while position + 8 <= raw.count {
      let word = UInt64(
        littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      let found = candidates(in: word)
      guard found != 0 else {
        position += 8
        continue
      }
      position += found.trailingZeroBitCount >> 3
      if isEnd(bytes[position]) { return position }
      position += 1
    }
    while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
    return position
  }

  /// Returns the upper bit of the first byte that is the separator or not above a carriage return, and maybe bits above it.
  @inline(__always)
  private func candidates(in word: UInt64) -> UInt64 {
    let unlike = word ^ separators
    let likeSeparator = (unlike &- Self.ones) & ~unlike
    let likeLineBreak = (word &- Self.afterLineBreaks) & ~word
    return (likeSeparator | likeLineBreak) & Self.upperBits
  }

  @inline(__always)
  private func isEnd(_ byte: UInt8) -> Bool {
    byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn
  }
}
