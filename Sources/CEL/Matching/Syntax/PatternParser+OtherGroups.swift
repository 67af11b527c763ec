extension PatternParser {
  /// The beginnings of groups that other engines have, and what to say about them.
  ///
  /// The longer of two beginnings stands first.
  private static let otherGroups: [(beginning: String, problem: String)] = [
    ("<=", "look-behind (?<=...) isn't supported"),
    ("<!", "look-behind (?<!...) isn't supported"),
    ("=", "look-ahead (?=...) isn't supported"),
    ("!", "look-ahead (?!...) isn't supported"),
    (">", "atomic groups (?>...) aren't supported; write (?:...)"),
    ("#", "comments (?#...) aren't supported"),
    ("|", "groups with shared numbers (?|...) aren't supported; write (?:...)"),
    ("(", "conditions (?(...)...) aren't supported"),
    ("'", "names in quotes aren't supported; write (?<name>...)"),
    ("P=", "back-references (?P=name) aren't supported"),
    ("P>", "recursion (?P>name) isn't supported"),
    ("&", "recursion (?&name) isn't supported"),
    ("R", "recursion (?R) isn't supported"),
    ("+", "recursion (?+1) isn't supported"),
  ]

  /// Throws if the group whose `(?` was just read is of a kind that can't be matched.
  func refuseOtherGroups(at offset: Int) throws(PatternIssue) {
    for other in Self.otherGroups where cursor.sees(other.beginning) {
      throw PatternIssue(offset: offset, problem: other.problem)
    }
    if let digit = cursor.current, digit.value(inBase: 10) != nil {
      throw PatternIssue(offset: offset, problem: "recursion (?\(digit)) isn't supported")
    }
    if cursor.sees("P") && !cursor.sees("P<") {
      throw PatternIssue(
        offset: offset, problem: "(?P begins no group; a group with a name is (?P<name>...)")
    }
  }
}
