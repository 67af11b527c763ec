public import CEL
public import CTEModel

/// A rule of a pack: what must hold of a record, and the words for one of which it doesn't.
public struct Rule: Sendable {
  /// The rule's name: the pack and the path of its file.
  public let id: RuleID
  /// The bad condition, in one sentence.
  public let summary: String
  /// The record type of which it speaks.
  public let type: RecordType
  /// The rules that must have passed on a row before this one is asked.
  public let after: [RuleID]
  /// How much its findings weigh.
  public let severity: Severity
  /// What the state itself calls the finding, literally.
  public let officialName: String?
  /// What the state's grid of a preview prints for it, where that differs from its name.
  public let gridName: String?
  /// What must hold; nil for a rule that a look-up or the identity of the record reports.
  public let requirement: CheckedExpression?
  /// The fields at which findings point, the first of which carries them.
  public let blames: [Int]
  /// What is wrong.
  public let message: MessageTemplate
  /// What should stand there.
  public let expected: MessageTemplate?
  /// What to check or do.
  public let help: String?
  /// The document and section from which the rule comes.
  public let source: String
  /// Records of which the rule says that they are right.
  public let accepted: [RuleExample]
  /// Records of which the rule says that they are wrong.
  public let rejected: [RuleExample]
  /// Where the rule stands.
  public let origin: PackIssue.Origin
  /// Where the requirement stands; nil for a rule that has none.
  public let requirementOrigin: PackIssue.Origin?
  /// Where its parts stand.
  package let requirementPlaces: ScalarPlaces?
}

/// A record with what its look-ups find, as a rule's examples give it.
public struct RuleExample: Sendable {
  /// The fields of the record, by name, as text.
  public let record: [String: String]
  /// The records that each look-up finds, by the look-up's name.
  public let lookups: [String: [[String: String]]]
  /// Records that are already there, for rules about repetition.
  public let stored: [[String: String]]?
  /// The parts of the tenant that the actor may change, for rules about access.
  public let access: [AccessPart]?
  /// The only year in which the example holds; nil for all.
  public let year: FiscalYear?
  /// The day that rules call today; the last of the year where the example doesn't say.
  public let today: CalendarDay?
  /// Where the example stands.
  public let origin: PackIssue.Origin
}

/// A part of a tenant to which an actor is limited, as examples and fixtures have it.
public struct AccessPart: Hashable, Sendable {
  /// The organization, with all beneath it; nil for all.
  public let organization: String?
  /// The program; nil for all.
  public let program: String?
  /// The program at a school; nil for all.
  public let offering: String?
}

/// A text with places for values, such as `no program {program} in {year}`.
public struct MessageTemplate: Sendable {
  /// The parts in their order.
  public let parts: [Part]

  /// The words without the places for values.
  package var fixedText: String {
    parts.map { part in
      switch part {
      case .words(let words), .parameter(_, let words): words
      case .value: ""
      }
    }.joined()
  }

  /// A part of a template.
  public enum Part: Sendable {
    /// Words that stand as they are.
    case words(String)
    /// A value of the record.
    case value(FieldPath)
    /// A parameter of the pack by its name, in the words for its value.
    case parameter(String, words: String)
  }
}
