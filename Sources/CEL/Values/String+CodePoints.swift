// Swift's own comparison holds "é" equal to "e" with an accent after it; the language compares code points, of which the
// bytes of UTF-8 keep the order.
extension String {
  /// Returns whether both are the same, code point by code point.
  func isSame(as other: String) -> Bool {
    utf8.count == other.utf8.count && begins(with: other)
  }

  func begins(with prefix: String) -> Bool {
    guard prefix.utf8.count <= utf8.count else { return false }
    return bytes(and: prefix) { whole, part in
      var place = 0
      while place < part.count, whole[place] == part[place] { place += 1 }
      return place == part.count
    }
  }

  func ends(with suffix: String) -> Bool {
    guard suffix.utf8.count <= utf8.count else { return false }
    return bytes(and: suffix) { whole, part in
      var place = part.count
      let distance = whole.count - part.count
      while place > 0, whole[place - 1 + distance] == part[place - 1] { place -= 1 }
      return place == 0
    }
  }

  func precedes(_ other: String) -> Bool {
    bytes(and: other) { $0.lexicographicallyPrecedes($1) }
  }

  private func bytes(
    and other: String, _ ask: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    var (first, second) = (self, other)
    return first.withUTF8 { first in second.withUTF8 { second in ask(first, second) } }
  }

  /// Returns whether another text occurs in this one.
  func holds(_ other: String) -> Bool {
    let whole = Array(utf8)
    return whole.firstPlace(of: Array(other.utf8)) != nil
  }
}

extension Array where Element: Equatable {
  /// Returns the first place at or after `start` where a part stands.
  func firstPlace(of part: [Element], from start: Int = 0) -> Int? {
    guard start >= 0, start + part.count <= count else { return nil }
    return (start...(count - part.count)).first { stands(part, at: $0) }
  }

  /// Returns the last place at or before `end` where a part stands.
  func lastPlace(of part: [Element], from end: Int) -> Int? {
    guard part.count <= count, end >= 0 else { return nil }
    return (0...Swift.min(end, count - part.count)).last { stands(part, at: $0) }
  }

  private func stands(_ part: [Element], at place: Int) -> Bool {
    var index = 0
    while index < part.count, self[place + index] == part[index] { index += 1 }
    return index == part.count
  }
}
