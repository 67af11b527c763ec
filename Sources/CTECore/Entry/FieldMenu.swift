public import CTEModel

/// What a screen offers for a field.
public struct FieldMenu: Hashable, Sendable {
  /// The field's name.
  public let field: String
  /// The field's name for people.
  public let label: String
  /// What can be chosen, sorted by value; empty as long as it waits for other fields.
  public let options: [Option]
  /// The fields that must be filled in first.
  public let waitsFor: [String]

  /// Something that can be chosen.
  public struct Option: Hashable, Sendable {
    /// What the field takes.
    public let value: String
    /// What people see: a title, or the value where no title is known.
    public let label: String
  }
}

/// What a screen offers for a draft, and what is to be said of what was chosen so far.
public struct EntryChoices: Sendable {
  /// The menus, in the order in which fields are chosen.
  public let menus: [FieldMenu]
  /// What is wrong with the values of the draft; what is still missing isn't.
  public let findings: [Finding]
}
