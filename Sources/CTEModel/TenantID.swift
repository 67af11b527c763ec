/// The name of a tenant: a state, a district or a demonstration, whose records are apart from all others.
public struct TenantID: Hashable, Sendable {
  /// Lower-case letters, digits and hyphens, at most 64, beginning with a letter or a digit.
  public let name: String

  /// Creates a tenant's name, or nil where it isn't made of lower-case letters, digits and hyphens.
  public init?(_ name: String) {
    let isAllowed = name.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
    }
    guard isAllowed, (1...64).contains(name.utf8.count), name.utf8.first != 0x2D else { return nil }
    self.name = name
  }
}

extension TenantID: CustomStringConvertible {
  /// The tenant's name.
  public var description: String { name }
}
