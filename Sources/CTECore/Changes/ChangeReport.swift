import CTEModel
public import CTEStore

/// What a withdrawal, a deletion or an undo did to records, or would do.
///
/// Counts are always exact. Of the single records, the first thousand of each kind are kept.
public struct ChangeReport: Sendable {
  /// What was asked for, such as `withdraw submission 3`.
  public let action: String
  /// The event that did it; nil for a plan, after which everything is as before.
  public let event: Int?
  /// How many records had what done to them, in the order of the record types.
  public let counts: [Count]
  /// The single records, as far as they are kept.
  public let items: [Item]
  /// What to know beside, in sentences.
  public let notes: [String]

  /// Whether nothing was changed, only looked at.
  public var isPlan: Bool { event == nil }

  /// How many records of a type had one thing done to them.
  public struct Count: Hashable, Sendable {
    /// The record type's name.
    public let type: String
    /// What was done.
    public let effect: Effect
    /// How many.
    public let count: Int
  }

  /// A record and what was done to it.
  public struct Item: Hashable, Sendable {
    /// The record type's name.
    public let type: String
    /// The record.
    public let record: RecordID
    /// What was done.
    public let effect: Effect
  }

  /// What is done to a record, or why nothing is.
  public enum Effect: String, CaseIterable, Sendable {
    /// It is taken out.
    case removed
    /// It is taken out because it rests on one that is.
    case removedAlong
    /// The version before stands again.
    case earlierAgain
    /// It is put back.
    case putBack
    /// It stays, because a person has saved it since.
    case keptAsSaved
    /// It stays, because a later upload has changed it.
    case keptAsUploaded
    /// It stays as it is, because it was changed or removed since.
    case keptAsChanged
    /// It isn't put back, because the same was recorded again since.
    case keptOutAsRepeated
    /// It isn't put back, because what it rests on isn't there.
    case keptOutAsUnsupported
    /// It isn't put or set back, because it can't stand beside what was recorded since.
    case keptOutAsContradicted
  }

  /// Returns how many records had one thing done to them.
  public func count(of effect: Effect) -> Int {
    counts.reduce(0) { $1.effect == effect ? $0 + $1.count : $0 }
  }
}

/// Counts what is done to records.
struct ChangeTally {
  /// How many single records of each type and effect are kept.
  static let keptPerEffect = 1000

  private var counts: [RecordType: [ChangeReport.Effect: Int]] = [:]
  private var items: [ChangeReport.Item] = []

  mutating func add(_ record: RecordID, of type: RecordType, _ effect: ChangeReport.Effect) {
    let count = counts[type]?[effect] ?? 0
    counts[type, default: [:]][effect] = count + 1
    guard count < Self.keptPerEffect else { return }
    items.append(.init(type: type.name, record: record, effect: effect))
  }

  /// Whether nothing was met.
  var isEmpty: Bool { counts.isEmpty }

  var inOrder: [ChangeReport.Count] {
    RecordType.all.flatMap { type in
      ChangeReport.Effect.allCases.compactMap { effect in
        counts[type]?[effect].map { .init(type: type.name, effect: effect, count: $0) }
      }
    }
  }

  func report(_ action: String, event: Int?, notes: [String] = []) -> ChangeReport {
    ChangeReport(action: action, event: event, counts: inOrder, items: items, notes: notes)
  }
}
