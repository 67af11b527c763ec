extension Function {
  /// Returns whether a question about two texts holds: their order by code point, or how one occurs in the other.
  ///
  /// The function must be one of `<`, `<=`, `>`, `>=`, `startsWith`, `endsWith` and `contains`.
  public func holds(_ first: String, _ second: String) -> Bool {
    switch self {
    case .less: first.precedes(second)
    case .lessOrEqual: !second.precedes(first)
    case .greater: second.precedes(first)
    case .greaterOrEqual: !first.precedes(second)
    case .startsWith: first.utf8.starts(with: second.utf8)
    case .endsWith: first.utf8.reversed().starts(with: second.utf8.reversed())
    case .contains: first.holds(second)
    default: preconditionFailure("'\(rawValue)' is no question about two texts")
    }
  }
}

extension String {
  fileprivate func precedes(_ other: String) -> Bool {
    unicodeScalars.lexicographicallyPrecedes(other.unicodeScalars)
  }

  /// Whether a text occurs in this one, byte by byte.
  fileprivate func holds(_ part: String) -> Bool {
    let text = Array(utf8)
    let part = Array(part.utf8)
    guard part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
  }
}
