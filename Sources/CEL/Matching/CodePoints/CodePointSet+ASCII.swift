extension CodePointSet {
  static let all = CodePointSet([0...maximum])
  static let allButNewline = CodePointSet(ascii: "\n").negated

  // What \d, \s and \w mean in RE2. A vertical tab is no space, unlike in [:space:].
  static let digit = CodePointSet(ascii: "09")
  static let space = CodePointSet(ascii: "\t\n", "\u{C}\r", "  ")
  static let word = CodePointSet(ascii: "09", "AZ", "__", "az")

  /// The classes of POSIX, of ASCII characters only.
  static let posix: [String: CodePointSet] = [
    "alnum": CodePointSet(ascii: "09", "AZ", "az"),
    "alpha": CodePointSet(ascii: "AZ", "az"),
    "ascii": CodePointSet(ascii: "\0\u{7F}"),
    "blank": CodePointSet(ascii: "\t", " "),
    "cntrl": CodePointSet(ascii: "\0\u{1F}", "\u{7F}"),
    "digit": digit,
    "graph": CodePointSet(ascii: "!~"),
    "lower": CodePointSet(ascii: "az"),
    "print": CodePointSet(ascii: " ~"),
    "punct": CodePointSet(ascii: "!/", ":@", "[`", "{~"),
    "space": CodePointSet(ascii: "\t\r", " "),
    "upper": CodePointSet(ascii: "AZ"),
    "word": word,
    "xdigit": CodePointSet(ascii: "09", "AF", "af"),
  ]

  /// Creates a set of ranges, each written as its first and its last character.
  private init(ascii ranges: String...) {
    self.init(
      ranges.compactMap { range in
        guard let first = range.unicodeScalars.first, let last = range.unicodeScalars.last else {
          return nil
        }
        return first.value...last.value
      })
  }
}
