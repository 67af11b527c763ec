public import CTEModel

/// A record as a person enters it: texts by the name of the field.
///
/// ```swift
/// let draft = RecordDraft(.credentialAttempt, ["student": "0012345678", "day": "2026-04-15", "passed": "true"])
/// let report = try await tenant.add(draft, at: now)
/// report.findings.first?.message
/// ```
///
/// Identifiers are written as in files, words as codes or their aliases, days as `yyyy-mm-dd`, yes and no as `true` and
/// `false`. The year is the tenant's where it isn't given.
public struct RecordDraft: Hashable, Sendable {
  /// The type of the record.
  public let type: RecordType
  /// The texts by the name of the field; an empty one stands for a missing value.
  public var values: [String: String]

  /// Creates a draft.
  public init(_ type: RecordType, _ values: [String: String]) {
    self.type = type
    self.values = values
  }
}

extension RecordDraft: CustomStringConvertible {
  /// The type and the fields without their values, so that no log line can identify a student.
  public var description: String { "<\(type.name) with \(values.keys.sorted())>" }
}
