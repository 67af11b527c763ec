/// What has to be the same between a title of a file and a title of a format.
public struct TitleMatching: Hashable, Sendable {
  /// Whether upper and lower case must be the same.
  public let matchesCase: Bool
  /// Whether blanks and line breaks must be the same.
  public let matchesBlanks: Bool
  /// Whether apostrophes must be of the same kind.
  public let matchesApostrophes: Bool

  /// Creates a way of matching titles.
  public init(matchesCase: Bool, matchesBlanks: Bool, matchesApostrophes: Bool) {
    self.matchesCase = matchesCase
    self.matchesBlanks = matchesBlanks
    self.matchesApostrophes = matchesApostrophes
  }

  /// Titles are the same if only their letters, digits and signs are.
  public static let loose = TitleMatching(
    matchesCase: false, matchesBlanks: false, matchesApostrophes: false)

  /// Returns what two titles have in common exactly if they are the same.
  package func key(of title: String) -> String {
    var title = matchesCase ? title : title.lowercased()
    if !matchesBlanks {
      title.removeAll { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}" }
    }
    guard !matchesApostrophes else { return title }
    return String(title.map { Self.apostrophes.contains($0) ? "'" : $0 })
  }

  /// What people and their programs write for an apostrophe.
  private static let apostrophes: Set<Character> = [
    "\u{2018}", "\u{2019}", "\u{201B}", "\u{02BC}", "\u{00B4}", "`", "\u{2032}",
  ]
}
