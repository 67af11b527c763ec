/// Why what was asked for can't be changed.
public struct ChangeError: Error, Hashable, Sendable {
  /// What kind of trouble it is.
  public let code: Code
  /// What is wrong and what to do, in plain words; it never holds a student's data.
  public let message: String

  /// Creates an error.
  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The kinds of trouble with changes.
  public struct Code: Hashable, Sendable {
    /// The code's name.
    public let name: String

    /// What is named isn't there, or not for the actor.
    public static let unknown = Code(name: "unknown")
    /// It is there, but this can't be done with it as it is.
    public static let impossible = Code(name: "impossible")
  }
}

extension ChangeError: CustomStringConvertible {
  /// What is wrong and what to do.
  public var description: String { message }
}
