/// Why an actor may not do what they asked for.
///
/// It never says whether what lies outside of their access is there.
public struct AccessError: Error, Hashable, Sendable {
  /// What kind of trouble it is.
  public let code: Code
  /// What is wrong and what to do, in plain words.
  public let message: String

  /// Creates an error.
  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The kinds of trouble with access.
  public struct Code: Hashable, Sendable {
    /// The code's name.
    public let name: String

    /// No role of the actor allows it.
    public static let notAllowed = Code(name: "notAllowed")
  }
}

extension AccessError: CustomStringConvertible {
  /// What is wrong and what to do.
  public var description: String { message }
}
