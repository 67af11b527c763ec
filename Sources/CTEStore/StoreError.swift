/// Why a store can't do what it was asked.
public struct StoreError: Error, Hashable, Sendable {
  /// What kind of trouble it is.
  public let code: Code
  /// What is wrong and what to do, in plain words; it never holds a student's data.
  public let message: String

  /// Creates an error.
  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The kinds of trouble with a store.
  public struct Code: Hashable, Sendable {
    /// The code's name.
    public let name: String

    /// There is no tenant of the name.
    public static let unknownTenant = Code(name: "unknownTenant")
    /// There is a tenant of the name already.
    public static let tenantExists = Code(name: "tenantExists")
    /// Somebody else is writing.
    public static let busy = Code(name: "busy")
    /// The store was made by a newer version.
    public static let newer = Code(name: "newer")
    /// Something is where a backup was to be made.
    public static let folderTaken = Code(name: "folderTaken")
    /// A backup isn't as it was made, or can't be made of a tenant as it is.
    public static let badBackup = Code(name: "badBackup")
    /// The store's files can't be read or written.
    public static let unusable = Code(name: "unusable")
  }
}

extension StoreError: CustomStringConvertible {
  /// What is wrong and what to do.
  public var description: String { message }
}
