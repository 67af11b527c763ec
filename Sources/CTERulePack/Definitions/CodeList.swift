/// The words that a field may hold, with what they mean.
public struct CodeList: Sendable {
  /// The list's name in the pack: its file's name without the ending.
  public let name: String
  /// The labels by code.
  public let labels: [String: String]
}
