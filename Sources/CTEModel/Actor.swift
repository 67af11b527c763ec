/// Who makes a call on a tenant; the audit log names it.
public struct Actor: Hashable, Sendable {
  /// The name under which the actor is known to the program that calls the library.
  public let name: String

  /// Creates an actor from the name under which the calling program knows it.
  public init(_ name: String) {
    self.name = name
  }

  /// The person at the machine's console, who administers its tenants.
  public static let localOperator = Actor("local operator")
}
