/// What someone who sends a file should know of it as a whole, though nothing in it is wrong.
public struct Notice: Hashable, Sendable {
  /// What speaks: a window, a list, or a check of the file.
  public let rule: RuleID
  /// What there is to know, in plain words: lower case, no period. It never quotes a student's data.
  public let message: String
  /// What to do about it.
  public let help: String?

  /// Creates a notice.
  public init(_ rule: RuleID, _ message: String, help: String? = nil) {
    self.rule = rule
    self.message = message
    self.help = help
  }
}
