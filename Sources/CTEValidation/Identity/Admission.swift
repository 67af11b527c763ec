public import CTEModel
import CTERulePack

/// How a record stands to those that are there and that earlier rows made.
public enum Standing: Sendable {
  /// Nobody has its identity, or the record type updates whoever has.
  case free
  /// A record of equal content has its identity.
  case equal
  /// Another record has its identity, and a rule refuses that.
  case refused(by: RuleID)
}

/// Judges how the records of a batch stand to those that are there and that earlier rows made.
public final class Admission {
  private let definition: RecordDefinition
  /// The fields that are stored, by their place in the type.
  private let storedFields: [Int]
  private let year: FiscalYear
  private let frame: Frame
  /// The identities that are taken; nil where none are compared.
  private var identities: IdentityIndex?
  /// The records of earlier rows beside which others can't stand.
  private var exclusions: Exclusions
  private var batch: BatchIdentities?
  /// How many records took their identity.
  private(set) var takenCount = 0

  init(
    of definition: RecordDefinition, storing storedFields: [Int],
    among identities: StoredIdentities?,
    in frame: Frame, of pack: RulePack, isTrusted: Bool
  ) {
    self.definition = definition
    self.storedFields = storedFields
    self.frame = frame
    year = pack.year
    self.identities = identities.map { IdentityIndex($0, width: definition.identityFields.count) }
    exclusions = Exclusions(of: definition, in: pack, isTrusted: isTrusted)
  }

  /// Knows what is taken by the records that another one of the same file judges, so that rows of several kinds stand to
  /// each other.
  ///
  /// The identities of records that carry other fields can't be compared with these, and keep to themselves.
  public func share(with other: Admission) {
    exclusions.share(with: other.exclusions)
    guard definition.type == other.definition.type, storedFields == other.storedFields else {
      return
    }
    identities = other.identities
  }

  /// The rule that refuses a record whose identity the store has; nil where such a record is updated.
  public var repetitionRule: RuleID? {
    if case .refuse(let inStore, _) = definition.repetition { inStore } else { nil }
  }

  /// The rules by which records of identities that are taken are refused.
  var repetitionRules: [RuleID] {
    if case .refuse(let inStore, let inFile) = definition.repetition {
      [inStore, inFile]
    } else {
      []
    }
  }

  /// Begins with the records of a batch.
  func begin(_ batch: RecordBatch, of table: Table) {
    self.batch = identities.map {
      BatchIdentities(
        batch, of: table, storing: storedFields, identifiedBy: definition.identityFields, in: frame,
        numberedBy: $0)
    }
  }

  /// Returns how the record of a row stands to the others. Call it after `check`, for rows that are free of errors.
  public func standing(of row: Int) -> Standing {
    if let rule = exclusions.rule(against: row, in: frame, of: definition, year: year) {
      return .refused(by: rule)
    }
    guard let identities, let batch, let holder = identities.holder(of: batch.identities[row])
    else { return .free }
    if holder.digest == batch.digests[row] { return .equal }
    guard batch.areWhole[row] else { return .free }
    switch definition.repetition {
    case .keep: return .equal
    case .refuse(let inStore, let inFile):
      return .refused(by: holder.isStored ? inStore : inFile)
    case .update: return .free
    }
  }

  /// Takes the identity of the record of a row, so that later rows stand to it.
  public func take(_ row: Int) {
    exclusions.take(row, in: frame)
    guard let identities, let batch else { return }
    identities.take(batch.identities[row], digest: batch.digests[row])
    takenCount += 1
  }
}
