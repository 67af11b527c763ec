/// Texts of workbooks, in which signs that XML doesn't allow stand as `_x000D_`.
enum EscapedText {
  private static let length = 7
  private static let underscore = UInt8(ascii: "_")

  /// Puts the signs in the place of their escapes, from an offset on.
  static func decode(_ bytes: inout [UInt8], from start: Int) {
    guard let first = bytes[start...].firstIndex(of: underscore) else { return }
    var (source, target) = (first, first)
    while source < bytes.count {
      if let (scalar, count) = scalar(bytes, at: source) {
        for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          bytes[target] = unit
          target += 1
        }
        source += count
      } else {
        bytes[target] = bytes[source]
        source += 1
        target += 1
      }
    }
    bytes.removeSubrange(target...)
  }

  /// Returns the sign of an escape, or of two that make one sign, and how many bytes are its.
  private static func scalar(_ bytes: [UInt8], at start: Int) -> (Unicode.Scalar, Int)? {
    guard let first = unit(bytes, at: start) else { return nil }
    if let scalar = Unicode.Scalar(first) { return first == 0 ? nil : (scalar, length) }
    guard first < 0xDC00, let second = unit(bytes, at: start + length),
      (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(
        0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
    else { return nil }
    return (scalar, 2 * length)
  }

  private static func unit(_ bytes: [UInt8], at start: Int) -> UInt16? {
    guard start + length <= bytes.count, bytes[start] == underscore,
      bytes[start + 1] == UInt8(ascii: "x"), bytes[start + 6] == underscore
    else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[start + 2..<start + 6] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
