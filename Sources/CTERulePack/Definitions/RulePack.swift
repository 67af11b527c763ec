public import CTEModel

/// What a state or agency means by its words, for one fiscal year.
///
/// ```swift
/// let pack = try RulePack.load("lakeland", year: FiscalYear(2026), from: library)
/// pack.formats["credential-upload"]?.columns.count
/// ```
public struct RulePack: Sendable {
  /// The pack's name: its folder's.
  public let name: String
  /// The name for people.
  public let title: String
  /// The version that receipts and the audit log name.
  public let version: String
  /// The years that the pack covers.
  public let years: ClosedRange<FiscalYear>
  /// The year for which it is loaded.
  public let year: FiscalYear
  /// The identifier schemes by name.
  public let schemes: [String: IdentifierScheme]
  /// The code lists by name.
  public let codeLists: [String: CodeList]
  /// What it says about record types, by type.
  public let records: [RecordType: RecordDefinition]
  /// The formats by name.
  public let formats: [String: ImportFormat]
  /// The rules, sorted by name.
  public let rules: [Rule]
}
