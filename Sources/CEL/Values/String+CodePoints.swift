// Swift's own comparison holds "é" equal to "e" with an accent after it; the language compares code points, of which the
// bytes of UTF-8 keep the order.
extension String {
  @inline(__always)
  func isSame(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    return utf8.elementsEqual(other.utf8)
  }

  func precedes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }

  func begins(with prefix: String) -> Bool {
    utf8.starts(with: prefix.utf8)
  }

  func ends(with suffix: String) -> Bool {
    utf8.reversed().starts(with: suffix.utf8.reversed())
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
