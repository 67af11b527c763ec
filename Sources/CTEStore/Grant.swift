public import CTEModel

/// That an actor may do what a role allows, for all of a tenant or for a part of it.
public struct Grant: Hashable, Comparable, Encodable, Sendable {
  /// The actor's name.
  public let actor: String
  /// The role's name, as the tenant's pack has it.
  public let role: String
  /// The organization to which it is limited, with all that lie beneath it; nil for the whole tenant.
  public let organization: String?
  /// The program to which it is limited; nil for all.
  public let program: String?
  /// The program at a school to which it is limited; nil for all.
  public let offering: String?

  /// Creates a grant.
  public init(
    to actor: String, role: String, organization: String? = nil, program: String? = nil,
    offering: String? = nil
  ) {
    self.actor = actor
    self.role = role
    // An empty name is none.
    self.organization = organization == "" ? nil : organization
    self.program = program == "" ? nil : program
    self.offering = offering == "" ? nil : offering
  }

  /// The role that every tenant has: whoever has it for the whole tenant may do everything in it.
  public static let administrator = "administrator"

  /// The grants with which a tenant begins: whoever makes it administers it.
  public static func ofMaker(_ actor: Actor) -> [Grant] {
    actor == .localOperator ? [] : [Grant(to: actor.name, role: administrator)]
  }

  /// Whether it is limited to a part of the tenant.
  public var isLimited: Bool { organization != nil || program != nil || offering != nil }

  /// Returns whether the first comes before the second: by actor, role, organization, program and offering.
  public static func < (first: Grant, second: Grant) -> Bool {
    first.names.lexicographicallyPrecedes(second.names)
  }

  private var names: [String] { [actor, role, organization ?? "", program ?? "", offering ?? ""] }
}
