public import CTEModel
import CTERulePack
public import CTEStore

/// What moving a tenant to another pack or year changed, or would change, and what must be looked at again.
public struct UpgradeReport: Sendable {
  /// The tenant.
  public let tenant: TenantID
  /// By what its records were judged before.
  public let before: Rules
  /// By what they are judged afterwards.
  public let after: Rules
  /// The event that did it; nil where nothing was changed.
  public let event: Int?
  /// Whether the tenant has the pack and the year already, so that there is nothing to change.
  public let isSame: Bool
  /// The submissions of the year afterwards that stand and were checked by another pack, or another version of it.
  public let submissions: [Submission]
  /// The previews that haven't expired; they are processed anew when they are shown or committed.
  public let previews: [Submission]
  /// Roles that were given and that the pack doesn't have; they allow nothing any more.
  public let lostRoles: [Grant]
  /// What is looked up by year and has to be loaded for the year afterwards, because there is none of it yet.
  public let toLoad: [ToLoad]

  /// A pack and a year by which records are judged.
  public struct Rules: Hashable, Sendable {
    /// The pack's name.
    public let pack: String
    /// The pack's version; nil for one that can't be used any more.
    public let version: String?
    /// The fiscal year.
    public let year: FiscalYear
  }

  /// Records of one type that have to be loaded.
  public struct ToLoad: Hashable, Sendable {
    /// The type.
    public let type: RecordType
    /// The names of the formats whose files bring them, sorted.
    public let formats: [String]
  }

  /// Whether nothing was changed that would be, because only a plan was asked for.
  public var isPlan: Bool { event == nil && !isSame }
}
