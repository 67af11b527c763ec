public import CTEModel
public import CTEStore

/// What became of a record that a person entered, and what is wrong with it.
public struct EntryReport: Sendable {
  /// The record; nil where nothing was saved.
  public let record: RecordID?
  /// The event in the audit log; nil where nothing was saved.
  public let event: Int?
  /// What is wrong, in the order of the fields. The column of a finding is the field's label.
  public let findings: [Finding]
  /// What became of every rule.
  public let outcomes: [RuleOutcome]

  /// Whether an error keeps the record from being saved.
  public var hasErrors: Bool { findings.contains { $0.severity == .error } }
}
