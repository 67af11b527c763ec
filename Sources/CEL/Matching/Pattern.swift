/// A regular expression in the syntax of RE2, <https://github.com/google/re2/wiki/Syntax>.
///
/// It answers whether a text matches, in a time that grows with the length of the text and no
/// faster, whatever the pattern. The price is that there are no back-references and no look-around:
/// a pattern that uses them is refused with a ``PatternIssue``, as is what RE2 refuses. Of what RE2
/// knows, `\C` and scripts such as `\p{Greek}` are missing; general categories such as `\p{Lu}` are
/// there.
///
/// ```swift
/// let code = try Pattern(#"\d\d\.\d{4}"#)
/// code.matches("CIP 01.0000")  // true
/// code.matchesWhole("CIP 01.0000")  // false
/// ```
public struct Pattern: Sendable {
  /// The pattern as it was written.
  public let source: String
  let automaton: Automaton

  /// Reads a pattern, and throws its first mistake.
  public init(_ source: String) throws(PatternIssue) {
    self.source = source
    automaton = try PatternParser.automaton(of: source)
  }

  /// Returns whether the pattern occurs anywhere in a text.
  ///
  /// Whoever asks often asks a ``Matcher``, which remembers what it has worked out.
  public func matches(_ text: String) -> Bool {
    Matcher(self).matches(text)
  }

  /// Returns whether the pattern describes a whole text, from its beginning to its end.
  public func matchesWhole(_ text: String) -> Bool {
    Matcher(self, whole: true).matches(text)
  }
}

extension Pattern: Hashable {
  /// Returns whether two patterns were written alike, code point by code point.
  ///
  /// An accented letter that is one code point here and two there makes equal texts, but patterns
  /// that match different texts.
  public static func == (first: Pattern, second: Pattern) -> Bool {
    first.source.unicodeScalars.elementsEqual(second.source.unicodeScalars)
  }

  /// Feeds the source to a hasher.
  public func hash(into hasher: inout Hasher) {
    for scalar in source.unicodeScalars { hasher.combine(scalar) }
  }
}
