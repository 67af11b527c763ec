/// How much a finding weighs.
public enum Severity: String, CaseIterable, Hashable, Sendable {
  /// The row can't be accepted.
  case error
  /// The row is accepted, but somebody should look at it.
  case warning
  /// Something to know; nothing to do.
  case notice
}
