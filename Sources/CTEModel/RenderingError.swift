/// Why something can't be written out.
public struct RenderingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and what to do.
  public let description: String

  package init(_ description: String) {
    self.description = description
  }
}
