/// Text in two bytes for a character, or four for a rare one.
enum UTF16 {
  /// Returns whether bytes without a mark are text: most characters are Latin, and none is one that text never has.
  ///
  /// Files of other kinds that have zeros soon have two of them side by side, or a control character.
  static func looksLikeText(_ bytes: [UInt8], isBigEndian: Bool) -> Bool {
    guard bytes.count >= 2, bytes.count.isMultiple(of: 2) else { return false }
    var latin = 0
    for place in stride(from: 0, to: bytes.count, by: 2) {
      let unit = unit(bytes[place], bytes[place + 1], isBigEndian: isBigEndian)
      switch unit {
      case 0x09, 0x0A, 0x0D, 0x1A, 0x20...0x7E, 0xA0...0xFF: latin += 1
      case 0...0x9F, 0xFFFE...0xFFFF: return false
      default: break
      }
    }
    return latin * 4 > bytes.count
  }

  /// Appends bytes as UTF-8 and returns how many of them were used, or nil where one of the characters is NUL.
  ///
  /// - Parameter isLast: Whether nothing follows; else what the next bytes complete is left over. Half a character becomes
  ///   bytes that are no UTF-8 either, so that it is found where it stands.
  static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, isBigEndian: Bool, isLast: Bool,
    to text: inout UTF8Buffer
  ) -> Int? {
    var place = 0
    while place + 1 < bytes.count {
      let unit = unit(bytes[place], bytes[place + 1], isBigEndian: isBigEndian)
      if unit == 0 { return nil }
      if unit & 0xFC00 == 0xD800 {
        guard place + 3 < bytes.count || isLast else { return place }
        if place + 3 < bytes.count {
          let low = self.unit(bytes[place + 2], bytes[place + 3], isBigEndian: isBigEndian)
          if low & 0xFC00 == 0xDC00 {
            text.append(0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(low & 0x3FF)))
            place += 4
            continue
          }
        }
      }
      text.append(UInt32(unit))
      place += 2
    }
    if isLast, place < bytes.count {
      text.append(invalid: 0xFF)
      place += 1
    }
    return place
  }

  @inline(__always)
  private static func unit(_ first: UInt8, _ second: UInt8, isBigEndian: Bool) -> UInt16 {
    isBigEndian ? UInt16(first) << 8 | UInt16(second) : UInt16(second) << 8 | UInt16(first)
  }
}
