public import CEL

/// A value of a pack that rules read, and that may change from year to year.
public struct Parameter: Sendable {
  /// The name under which rules read it, after `parameters.`.
  public let name: String
  /// What the value says, in one sentence.
  public let summary: String
  /// The document and section from which it comes.
  public let source: String
  /// The values by the name of their part; a parameter that has no parts has one value, under an empty name.
  ///
  /// Empty where the parameter has no value in the year.
  public let values: [String: Value]
  /// What its parts hold.
  let kinds: [String: ParameterKind]
}
