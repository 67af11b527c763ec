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
  /// Whether others start from it, so that it need not use all it has.
  public let isBase: Bool
  /// The years that the pack covers.
  public let years: ClosedRange<FiscalYear>
  /// The year for which it is loaded.
  public let year: FiscalYear
  /// When fiscal years begin.
  public let calendar: FiscalCalendar
  /// The identifier schemes by name.
  public let schemes: [String: IdentifierScheme]
  /// The code lists by name.
  public let codeLists: [String: CodeList]
  /// The values that rules read, sorted by name.
  public let parameters: [Parameter]
  /// What it says about record types, by type.
  public let records: [RecordType: RecordDefinition]
  /// The formats by name.
  public let formats: [String: ImportFormat]
  /// The rules that hold in the year, sorted by name.
  public let rules: [Rule]
  /// When files are taken.
  public let windows: [Window]
  /// What people may do who hold them, sorted by name.
  public let roles: [Role]
  /// The lists that ship with it, in force until a tenant loads its own.
  public let lists: [PackList]
  /// What its rules may speak of.
  package let language: PackLanguage
  /// Where it was found.
  var origin: Origin?
}

extension RulePack {
  /// Returns the rules whose words stand for what is missing in files of a format, by the type of the record.
  package func missingRules(of format: ImportFormat) -> [RecordType: Rule] {
    var named: [RecordType: Rule] = [:]
    for plan in format.records {
      guard let id = records[plan.type]?.missing else { continue }
      named[plan.type] = rules.first { $0.id == id }
    }
    return named
  }
}
