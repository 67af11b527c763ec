extension PatternParser {
  /// Escapes of other engines, and what to write in their place.
  private static let otherEscapes: [Unicode.Scalar: String] = [
    "A": "\\A is no character and has no place in a class",
    "B": "\\B is no character and has no place in a class",
    "b": "\\b is no character and has no place in a class; a backspace is \\x08",
    "z": "\\z is no character and has no place in a class",
    "Q": "\\Q has no place in a class",
    "E": "\\E closes no \\Q",
    "Z": "\\Z isn't supported; the end of the text is \\z",
    "G": "\\G isn't supported; the beginning of the text is \\A",
    "C": "\\C isn't supported; any character is (?s:.)",
    "X": "\\X isn't supported; any character is (?s:.)",
    "R": "\\R isn't supported; write (?:\\r\\n|\\n|\\r)",
    "N": "\\N isn't supported; write [^\\n]",
    "K": "\\K isn't supported",
    "h": "\\h isn't supported; write [ \\t]",
    "H": "\\H isn't supported; write [^ \\t]",
    "V": "\\V isn't supported; write [^\\n\\v\\f\\r]",
    "e": "\\e isn't supported; write \\x1B",
    "u": "\\u isn't supported; write \\x{...} with the hexadecimal digits in the braces",
    "k": "back-references \\k aren't supported",
    "g": "back-references \\g aren't supported",
  ]

  /// Returns what is wrong with a letter or digit behind a backslash.
  static func problem(ofEscaping letter: Unicode.Scalar) -> String {
    if let known = otherEscapes[letter] { return known }
    if letter.value(inBase: 10) != nil {
      return "back-references \\\(letter) aren't supported"
    }
    return "\\\(letter) means nothing; the character itself is written without the backslash"
  }
}
