/// An original that isn't what its submission says of it.
public struct DamagedOriginal: Hashable, Sendable {
  /// The number of the submission.
  public let submission: Int
  /// Whether the original is gone; else it is there with other bytes.
  public let isMissing: Bool

  /// Creates the report of a damaged original.
  public init(submission: Int, isMissing: Bool) {
    self.submission = submission
    self.isMissing = isMissing
  }
}
