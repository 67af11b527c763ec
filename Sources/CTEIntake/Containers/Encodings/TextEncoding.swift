/// How the bytes of a text file stand for its characters.
enum TextEncoding: Hashable {
  case utf8
  /// UTF-8 or Windows-1252: which of them, the first bytes beyond ASCII tell.
  case utf8OrWindows1252
  case windows1252
  case utf16(isBigEndian: Bool)
}

extension TextEncoding {
  /// Returns the encoding of a file that begins with some bytes and how many of them only mark it, or nil where that is no text.
  static func told(
    by beginning: [UInt8]
  ) -> (encoding: TextEncoding, markLength: Int)? {
    // The mark of UTF-32 begins like that of UTF-16, and no text has a zero.
    if beginning.starts(with: [0xFF, 0xFE]), !beginning.starts(with: [0xFF, 0xFE, 0, 0]) {
      return (.utf16(isBigEndian: false), 2)
    }
    if beginning.starts(with: [0xFE, 0xFF]) { return (.utf16(isBigEndian: true), 2) }
    guard beginning.contains(0) else {
      return beginning.starts(with: [0xEF, 0xBB, 0xBF]) ? (.utf8, 3) : (.utf8OrWindows1252, 0)
    }
    for isBigEndian in [false, true]
    where UTF16.looksLikeText(beginning, isBigEndian: isBigEndian) {
      return (.utf16(isBigEndian: isBigEndian), 0)
    }
    return nil
  }
}
