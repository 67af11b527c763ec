/// What stands in bytes that are taken for UTF-8.
struct ByteCensus {
  /// Whether there is a NUL.
  let hasZero: Bool
  /// Whether all bytes are ASCII.
  let isASCII: Bool

  init(_ bytes: UnsafeRawBufferPointer) {
    var high: UInt64 = 0
    var zero: UInt64 = 0
    var place = 0
    while place + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      high |= word
      // A byte's upper bit is set where it, or one before it, is zero.
      zero |= (word &- 0x0101_0101_0101_0101) & ~word
      place += 8
    }
    while place < bytes.count {
      high |= UInt64(bytes[place])
      zero |= bytes[place] == 0 ? 0x80 : 0
      place += 1
    }
    hasZero = zero & 0x8080_8080_8080_8080 != 0
    isASCII = high & 0x8080_8080_8080_8080 == 0
  }
}

/// How much of what stands beyond ASCII is UTF-8.
struct UTF8Census {
  /// Characters beyond ASCII.
  private(set) var characters = 0
  /// Bytes that belong to none.
  private(set) var strays = 0
  /// The bytes at the end that the next ones may complete to a character.
  private(set) var cut = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var place = 0
    while place < bytes.count {
      if bytes[place] < 0x80 {
        place += 1
        continue
      }
      let rest = UnsafeBufferPointer(rebasing: bytes[place...])
      switch Self.length(of: rest) {
      case nil:
        strays += 1
        place += 1
      case let length? where length > rest.count:
        cut = rest.count
        return
      case let length?:
        characters += 1
        place += length
      }
    }
  }

  /// Returns the length of the character with which bytes begin, even where its last ones are missing, or nil where there is none.
  ///
  /// Source: The Unicode Standard, table 3-7.
  private static func length(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let (length, second): (Int, ClosedRange<UInt8>)
    switch bytes[0] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    for place in 1..<min(length, bytes.count) {
      guard (place == 1 ? second : 0x80...0xBF).contains(bytes[place]) else { return nil }
    }
    return length
  }
}
