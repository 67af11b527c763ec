public import CTEModel

/// What a screen offers for a field: the values that other records have.
public struct FieldChoices: Sendable {
  /// The field for which something is chosen, by its place in the type.
  public let field: Int
  /// The type of the records from which the values come.
  public let type: RecordType
  /// Their field that has the values, by its place in their type. It holds what the chosen field holds.
  public let source: Int
  /// Their field that people see instead of the value, by its place in their type; nil where they see the value.
  ///
  /// Of an identifier people see the title of what it identifies, where there is one.
  public let label: Int?
  /// The fields of theirs that must equal a value of the record; where there are none, all records of the type count.
  ///
  /// A value is a field of the record itself, which is chosen before, or the fiscal year that is being entered.
  public let conditions: [(field: Int, value: FieldPath)]
}
