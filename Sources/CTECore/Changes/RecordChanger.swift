import CTEModel
import CTERulePack
import CTEStore

/// Changes single records in a session, and takes along what rests on those that are removed.
struct RecordChanger {
  let session: any WriteSession
  let pack: RulePack
  /// Where the actor may change records of a type.
  private let scope: (RecordType) -> AccessScope
  /// Where the actor may change records of any type: what rests on others goes along with them.
  private let widestScope: AccessScope
  /// The day that counts as today.
  let today: CalendarDay
  private(set) var tally = ChangeTally()
  /// The records that went along with others.
  private(set) var goneAlong: Set<RecordID> = []
  private var digest = ChangeDigest()

  init(
    _ session: any WriteSession, in pack: RulePack, on today: CalendarDay, _ access: Access,
    scope: @escaping (RecordType) -> AccessScope
  ) {
    self.session = session
    self.pack = pack
    self.scope = scope
    widestScope = access.scope(of: .enter)
    self.today = today
  }

  /// The digest of all changes so far.
  var changes: String { digest.value }

  /// Notes that nothing is done to a record.
  mutating func keep(
    _ record: RecordID, of type: RecordType, _ effect: ChangeReport.Effect
  ) {
    tally.add(record, of: type, effect)
  }

  /// Applies changes of one type, each with its effect, and removes what rests on records that are removed.
  ///
  /// - Throws: `AccessError` where a record lies outside of the actor's scope, and `ChangeError` where its type can't be
  ///   changed today: all is done, or nothing.
  mutating func apply(
    _ changes: [(change: RecordChange, effect: ChangeReport.Effect)]
  ) async throws {
    guard let type = changes.first?.change.type else { return }
    if changes.contains(where: { $0.effect != .removedAlong }) {
      try FileNotices.refuseOutsideWindows(type, in: pack, on: today)
    }
    let own = scope(type)
    for (change, effect) in changes {
      guard let record = change.after ?? change.before else { continue }
      try (effect == .removedAlong ? widestScope : own).require([change.before, change.after])
      tally.add(record.id, of: type, effect)
      if effect == .removedAlong { goneAlong.insert(record.id) }
      digest.add(change)
    }
    try await session.apply(changes.map(\.change))
    try await removeDependents(
      of: changes.compactMap { $0.change.after == nil ? $0.change.before : nil }, type)
  }

  /// Removes the records that rest on removed ones of which none is left.
  private mutating func removeDependents(
    of removed: [StoredRecord], _ type: RecordType
  ) async throws {
    guard !removed.isEmpty else { return }
    for dependent in RecordType.all {
      for support in pack.records[dependent]?.restsOn ?? [] where support.type == type {
        let lost = try await lost(support, removed)
        let answers = try await session.records(
          of: dependent, where: support.conditions.map(\.own), are: lost)
        var seen: Set<RecordKey> = []
        let own = answers.joined().filter { seen.insert($0.key).inserted }
        try await apply(own.map { (RecordChange(from: $0, to: nil), .removedAlong) })
      }
    }
  }

  /// Returns the values of removed records that no record has any more.
  private func lost(_ support: Support, _ removed: [StoredRecord]) async throws -> [[Int32]] {
    let fields = support.conditions.map(\.field)
    var seen: Set<[Int32]> = []
    let values = removed.map { record in fields.map { record.values[$0].code } }
      .filter { !$0.contains(missingCode) && seen.insert($0).inserted }
    let left = try await session.records(of: support.type, where: fields, are: values)
    return zip(values, left).filter { $1.isEmpty }.map(\.0)
  }
}
