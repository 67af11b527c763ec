/// The credentials that the list of the year has for a program at a school, apart by category.
public struct CredentialMenu: Sendable {
  /// The program.
  public let program: OfferedProgram
  /// The credentials of each category, sorted by the category's code; those without one first.
  public let groups: [Group]

  /// Credentials of one category.
  public struct Group: Hashable, Sendable {
    /// The category, as the pack's code; nil for credentials without one.
    public let category: String?
    /// The category's name for people.
    public let label: String?
    /// The codes, and the titles that people see; sorted by code.
    public let options: [FieldMenu.Option]
  }
}
