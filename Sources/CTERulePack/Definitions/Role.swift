public import CTEModel

/// What a person may do who holds a role, as a pack says.
///
/// For whom is no part of a role: that is said where somebody is given it, as organizations and programs.
public struct Role: Sendable {
  /// The name under which the role is given, such as `clerk`.
  public let name: String
  /// The state's own name for the role, for people.
  public let label: String
  /// Who holds it, in one sentence.
  public let summary: String
  /// What it allows.
  public let permissions: Set<Permission>
  /// The only formats of which files may be imported, by name; nil for all.
  ///
  /// It narrows `enter` and allows nothing by itself.
  public let formats: Set<String>?
  /// The only kinds of organizations that may hold it, as the pack's organizations have them; nil for all.
  public let organizationKinds: Set<String>?

  /// Creates a role.
  package init(
    name: String, label: String, summary: String, permissions: Set<Permission>,
    formats: Set<String>? = nil, organizationKinds: Set<String>? = nil
  ) {
    self.name = name
    self.label = label
    self.summary = summary
    self.permissions = permissions
    self.formats = formats
    self.organizationKinds = organizationKinds
  }
}
