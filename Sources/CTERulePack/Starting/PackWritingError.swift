/// Why files of a pack or about packs can't be written.
public struct PackWritingError: Error, Hashable, Sendable {
  /// What kind of trouble it is.
  public let code: Code
  /// What is wrong and what to do, in plain words.
  public let message: String

  /// Creates an error.
  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The kinds of trouble with writing.
  public struct Code: Hashable, Sendable {
    /// The code's name.
    public let name: String

    /// No pack can have the name.
    public static let badName = Code(name: "badName")
    /// No pack can have the title.
    public static let badTitle = Code(name: "badTitle")
    /// No new pack can cover the years.
    public static let badYears = Code(name: "badYears")
    /// Something else lies there already.
    public static let exists = Code(name: "exists")
    /// The folder isn't there, or files can't be written in it.
    public static let unwritable = Code(name: "unwritable")
  }
}

extension PackWritingError: CustomStringConvertible {
  /// What is wrong and what to do.
  public var description: String { message }
}
