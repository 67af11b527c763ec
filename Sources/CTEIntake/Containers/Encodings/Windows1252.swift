/// Text in one byte for a character, as Windows has long written it in Western Europe and the Americas.
enum Windows1252 {
  /// Appends bytes as UTF-8. Those that stand for nothing stay as they are, and so are found where they stand.
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, to text: inout UTF8Buffer) {
    for byte in bytes {
      guard 0x80..<0xA0 ~= byte else {
        text.append(UInt32(byte))
        continue
      }
      switch characters[Int(byte) - 0x80] {
      case 0: text.append(invalid: byte)
      case let character: text.append(UInt32(character))
      }
    }
  }

  /// The characters of 0x80 to 0x9F, 0 where there is none; all others are those of Unicode.
  /// Source: https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT
  private static let characters: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
