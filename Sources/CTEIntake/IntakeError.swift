/// Why a file as a whole can't be taken in.
public struct IntakeError: Error, Hashable, Sendable {
  /// What kind of trouble it is.
  public let code: Code
  /// What is wrong and what to do, in plain words; it never quotes a student's data.
  public let message: String
  /// The bound that the file passes; nil where it is refused for something else.
  public let limit: Limit?
  /// What the state itself calls it, literally, where it has a name for it.
  public let officialName: String?

  /// Creates an error.
  public init(
    _ code: Code, _ message: String, limit: Limit? = nil, officialName: String? = nil
  ) {
    self.code = code
    self.message = message
    self.limit = limit
    self.officialName = officialName
  }

  /// The kinds of trouble with a file.
  public struct Code: Hashable, Sendable {
    /// The code's name.
    public let name: String

    /// The file can't be opened or read.
    public static let unreadable = Code(name: "unreadable")
    /// The file isn't of a kind that can be read.
    public static let unknownKind = Code(name: "unknownKind")
    /// The file has no titles.
    public static let empty = Code(name: "empty")
    /// The file's structure is broken.
    public static let malformed = Code(name: "malformed")
    /// The file is greater, or grows greater, than files may be.
    public static let limitPassed = Code(name: "limitPassed")
    /// The titles are those of no format, or not those of the format asked for.
    public static let wrongTitles = Code(name: "wrongTitles")
    /// The titles are those of several formats.
    public static let ambiguousFormat = Code(name: "ambiguousFormat")
    /// Files of the format are only taken at another time.
    public static let windowClosed = Code(name: "windowClosed")
  }
}

extension IntakeError: CustomStringConvertible {
  /// What is wrong and what to do, after the state's own name for it.
  public var description: String { (officialName.map { "\($0): " } ?? "") + message }
}
