/// A mistake in a pattern, at its place.
///
/// ```swift
/// do { _ = try Pattern("a**") } catch { print(error.offset, error.problem) }
/// // 2 a repetition can't be repeated; put the first one in a group: (?:...)
/// ```
public struct PatternIssue: Error, Hashable, Sendable {
  /// The place of the mistake, in code points from the beginning of the pattern, from 0.
  public let offset: Int
  /// What is wrong, in plain words.
  public let problem: String
}
