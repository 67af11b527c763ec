public import CTEModel

/// What a pack says about a record type: labels, forms, identity, what it looks up.
public struct RecordDefinition: Sendable {
  /// The record type.
  public let type: RecordType
  /// What the pack says about fields, by field name.
  public let fields: [String: FieldDefinition]
  /// What tells two records apart for this pack; the natural key where the pack says nothing.
  public let identity: [String]
  /// What becomes of a record whose identity is already there with other content.
  public let repetition: Repetition
  /// The rule that reports records of a part of the tenant to which the actor has no access; nil where the library does.
  public let outOfScope: RuleID?
  /// The rule whose words and official name stand for a missing column or value that is required; nil where there is none.
  public let missing: RuleID?
  /// The records it looks up, in the order of the pack.
  public let lookups: [Lookup]
  /// Fields that are taken from a look-up, by field name.
  public let derived: [String: FieldPath]
  /// The records without which it can't stand, in the order of the pack.
  public let restsOn: [Support]
  /// What a screen offers for its fields, in the order in which they are chosen.
  public let choices: [FieldChoices]
  /// The look-ups that can't be read, which has been told.
  var unreadLookups: Set<String> = []
  /// Whether it is known which look-ups there are.
  var knowsLookups = true
  /// Whether all that other files may refer to could be read.
  var isWhole = true

  /// What becomes of a record whose identity is already there with other content.
  public enum Repetition: Hashable, Sendable {
    /// It replaces the fields that the file carries.
    case update
    /// The one that is there stays as it is, and the other counts as unchanged.
    case keep
    /// It is refused: by one rule if the store has the identity, by another if an earlier row has it.
    case refuse(inStore: RuleID, inFile: RuleID)

    /// Whether it must be known which identities there are.
    package var comparesIdentities: Bool { self != .update }
  }
}

extension RecordDefinition {
  /// The rules without a requirement of their own, which the record has reported.
  package var reportedRules: [RuleID] {
    var rules = lookups.flatMap { [$0.absent, $0.present] } + [outOfScope, missing]
    if case .refuse(let inStore, let inFile) = repetition { rules += [inStore, inFile] }
    return rules.compactMap { $0 }
  }
}

/// What a pack says about a field.
public struct FieldDefinition: Sendable {
  /// The field's name for people.
  public let label: String
  /// How identifiers of the field are written.
  public let scheme: IdentifierScheme?
  /// The words that the field may hold.
  public let codes: CodeList?
  /// Whether a value must be there when the door carries the field.
  public let isRequired: Bool
  /// The greatest number of characters, for texts.
  public let maximumLength: Int?
}

/// A field of the record itself or of a record that it looks up.
public enum FieldPath: Hashable, Sendable {
  /// A field of the record, by its place in the type.
  case own(Int)
  /// A field of the record that a look-up finds.
  case lookup(String, Int)
  /// The fiscal year that is being checked.
  case year

  /// Whether the path leads through a look-up.
  package func reads(_ lookup: Lookup) -> Bool {
    if case .lookup(lookup.name, _) = self { true } else { false }
  }
}

/// Other records that a record is checked against.
public struct Lookup: Sendable {
  /// The name under which rules speak of them.
  public let name: String
  /// Their type.
  public let type: RecordType
  /// The fields of theirs that must equal a value of the record, by their place in the type.
  public let conditions: [(field: Int, value: FieldPath)]
  /// Whether exactly one record is meant, so that rules read its fields.
  public let expectsOne: Bool
  /// The rule that reports that there is none.
  public let absent: RuleID?
  /// The rule that reports that there is one, in the store or in an earlier row of the file.
  public let present: RuleID?
}
