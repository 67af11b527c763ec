extension UnsafeBufferPointer<UInt8> {
  /// The range of a text without the blanks at its ends: spaces, tabs, and those that don't break or are as wide as a letter.
  @inline(__always)
  package var rangeWithoutBlanks: Range<Int> {
    mayHaveBlanks ? trimmedRange : 0..<count
  }

  private var trimmedRange: Range<Int> {
    var (start, end) = (0, count)
    while start < end, let length = blank(at: start, before: end) { start += length }
    while end > start, let length = blank(endingAt: end, after: start) { end -= length }
    return start..<end
  }

  /// Whether a text may have a blank at one of its ends: true more often than there is one, but quickly told.
  @inline(__always)
  private var mayHaveBlanks: Bool {
    guard count > 0 else { return false }
    return self[0] &- 0x21 > 0x5E || self[count - 1] &- 0x21 > 0x5E
  }

  private func blank(at place: Int, before end: Int) -> Int? {
    switch self[place] {
    case 0x20, 0x09: 1
    case 0xC2 where place + 2 <= end && self[place + 1] == 0xA0: 2
    case 0xE3 where place + 3 <= end && self[place + 1] == 0x80 && self[place + 2] == 0x80: 3
    default: nil
    }
  }

  private func blank(endingAt end: Int, after start: Int) -> Int? {
    for length in 1...3 where end - length >= start {
      if blank(at: end - length, before: end) == length { return length }
    }
    return nil
  }
}

extension String {
  /// The text without the blanks at its ends.
  package var withoutBlanks: String {
    var text = self
    return text.withUTF8 { String(decoding: $0[$0.rangeWithoutBlanks], as: UTF8.self) }
  }
}
