/// The names that an expression may use, with their types.
///
/// ```swift
/// var declarations = Declarations()
/// declarations.records["student"] = ["grade": .int]
/// declarations.variables["pupil"] = .record("student")
/// let rule = try CheckedExpression("pupil.grade >= 9", in: declarations)
/// rule.type  // .bool
/// ```
public struct Declarations: Sendable {
  /// The variables by name.
  public var variables: [String: ValueType]
  /// The fields of each record type, by the type's name.
  public var records: [String: [String: ValueType]]

  /// Creates declarations.
  public init(
    variables: [String: ValueType] = [:], records: [String: [String: ValueType]] = [:]
  ) {
    self.variables = variables
    self.records = records
  }
}
