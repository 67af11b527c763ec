/// A condition on a place in a text that takes no character.
enum Assertion: Sendable {
  case textStart
  case textEnd
  case lineStart
  case lineEnd
  case wordBoundary
  case noWordBoundary

  /// Returns whether it holds between two neighbors.
  func holds(between before: Neighbor, and after: Neighbor) -> Bool {
    switch self {
    case .textStart: before == .edge
    case .textEnd: after == .edge
    case .lineStart: before == .edge || before == .newline
    case .lineEnd: after == .edge || after == .newline
    case .wordBoundary: (before == .word) != (after == .word)
    // Inside of an encoded character is no place at all.
    case .noWordBoundary: (before == .word) == (after == .word) && after != .continuation
    }
  }
}

/// What an assertion sees of a byte beside its place.
enum Neighbor: Hashable, Sendable {
  /// No byte: the beginning or the end of the text.
  case edge
  case newline
  /// A letter, a digit or an underscore of ASCII.
  case word
  /// A byte inside of an encoded character.
  case continuation
  case other

  init(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\n"): self = .newline
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"):
      self = .word
    case 0x80...0xBF: self = .continuation
    default: self = .other
    }
  }
}
