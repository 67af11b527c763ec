import CTEModel
import CTERulePack
import CTEStore

/// Puts records back to what they were before an event, but for those that were changed since.
struct Undoing {
  private let event: Int
  private let session: any WriteSession
  private let pack: RulePack
  private let search: VersionSearch
  private let support: LostSupport

  init(
    _ event: Int, _ session: any WriteSession, in pack: RulePack, _ search: VersionSearch,
    _ support: LostSupport
  ) {
    self.event = event
    self.session = session
    self.pack = pack
    self.search = search
    self.support = support
  }

  func run(_ changer: inout RecordChanger) async throws {
    for type in pack.typesBySupport {
      var start: RecordKey?
      while true {
        let page = try await session.journal(
          of: event, about: type, after: start, limit: RecordQuery.pageSize)
        guard let last = page.last else { break }
        start = last.key
        try await undo(page, type, &changer)
      }
    }
  }

  private func undo(
    _ entries: [JournalEntry], _ type: RecordType, _ changer: inout RecordChanger
  ) async throws {
    let current = try await session.records(of: type, keys: entries.map(\.key))
    let targets = try await search.standing(entries.map(\.before), of: type)
    let stuck = stuck(entries, current)
    var changes: [(change: RecordChange, effect: ChangeReport.Effect)] = []
    for (entry, (current, target)) in zip(entries, zip(current, targets)) {
      // What went along with another record is told of already.
      guard let name = entry.name, current != nil || !changer.goneAlong.contains(name) else {
        continue
      }
      if current?.stamp != entry.left || stuck.contains(name) {
        changer.keep(name, of: type, .keptAsChanged)
      } else if let current {
        changes.append(
          (RecordChange(from: current, to: target), target == nil ? .removed : .earlierAgain))
      } else if let target {
        changes.append((RecordChange(from: nil, to: target), .putBack))
      } else {
        // What it came with was withdrawn since.
        changer.keep(name, of: type, .keptAsChanged)
      }
    }
    try await changer.apply(await admitted(changes, type, &changer))
  }

  /// Returns the names of records that got another key and were changed since under the one or the other.
  ///
  /// Both keys stay as they are: else there would be two records of one name, or none.
  private func stuck(_ entries: [JournalEntry], _ current: [StoredRecord?]) -> Set<RecordID> {
    let moved = Set(entries.compactMap { $0.left == nil ? $0.before?.id : nil })
      .intersection(entries.compactMap { $0.before == nil ? $0.left?.id : nil })
    guard !moved.isEmpty else { return [] }
    let changed = zip(entries, current).filter { $1?.stamp != $0.left }
    return moved.intersection(changed.compactMap { $0.0.name })
  }

  /// Leaves out records that can't be put back: those recorded again since, those whose support isn't there, and those that
  /// can't stand beside what was recorded since.
  private func admitted(
    _ changes: [(change: RecordChange, effect: ChangeReport.Effect)], _ type: RecordType,
    _ changer: inout RecordChanger
  ) async throws -> [(change: RecordChange, effect: ChangeReport.Effect)] {
    let returning = changes.compactMap { $0.change.before == nil ? $0.change.after : nil }
    let removed = Set(changes.compactMap { $0.change.after == nil ? $0.change.key : nil })
    let repeated = try await repeated(returning, type, without: removed)
    let unsupported = try await unsupported(returning, type)
    let contradicted = try await Contradictions(of: type, in: pack)
      .keys(among: changes.compactMap(\.change.after), session)
    var keptOut: Set<RecordID> = []
    let left = changes.filter { change, _ in
      guard let record = change.after else { return true }
      if contradicted.contains(record.key) {
        changer.keep(record.id, of: type, .keptOutAsContradicted)
      } else if change.before != nil {
        return true
      } else if repeated.contains(record.key) {
        changer.keep(record.id, of: type, .keptOutAsRepeated)
      } else if unsupported.contains(record.key) {
        changer.keep(record.id, of: type, .keptOutAsUnsupported)
      } else {
        return true
      }
      keptOut.insert(record.id)
      return false
    }
    return left.filter { change, _ in
      // A record that can't have its earlier key again keeps the one that it has.
      guard change.after == nil, let record = change.before, keptOut.contains(record.id) else {
        return true
      }
      changer.keep(record.id, of: type, .keptAsChanged)
      return false
    }
  }

  /// Returns the keys of records whose identity is taken by others.
  ///
  /// - Parameter removed: Records that are removed by the same undo.
  private func repeated(
    _ records: [StoredRecord], _ type: RecordType, without removed: Set<RecordKey>
  ) async throws -> Set<RecordKey> {
    guard let definition = pack.records[type], definition.repetition.comparesIdentities else {
      return []
    }
    let fields = definition.identity.compactMap { type.index(of: $0) }
    let whole = records.filter { record in
      !fields.contains { record.values[$0].code == missingCode }
    }
    let holders = try await session.records(
      of: type, where: fields, are: whole.map { record in fields.map { record.values[$0].code } })
    return Set(
      zip(whole, holders).filter { record, holders in
        holders.contains { !removed.contains($0.key) }
      }.map(\.0.key))
  }

  /// Returns the keys of records that rest on what was there before the event and isn't any more.
  private func unsupported(
    _ records: [StoredRecord], _ type: RecordType
  ) async throws -> Set<RecordKey> {
    var keys: Set<RecordKey> = []
    for support in pack.records[type]?.restsOn ?? [] {
      let own = support.conditions.map(\.own)
      let asking = records.filter { record in
        !own.contains { record.values[$0].code == missingCode }
      }
      let answers = try await session.records(
        of: support.type, where: support.conditions.map(\.field),
        are: asking.map { record in own.map { record.values[$0].code } })
      let lacking = zip(asking, answers).filter { $1.isEmpty }.map(\.0)
      guard !lacking.isEmpty else { continue }
      let lost = try await self.support.values(of: support)
      keys.formUnion(
        lacking.filter { record in lost.contains(own.map { record.values[$0].code }) }.map(\.key))
    }
    return keys
  }
}

extension RulePack {
  /// The record types, each after those on which it rests, so that these are there again by then.
  fileprivate var typesBySupport: [RecordType] {
    var sorted: [RecordType] = []
    var rest = RecordType.all
    while !rest.isEmpty {
      let next = rest.firstIndex { type in
        records[type]?.restsOn.allSatisfy { sorted.contains($0.type) } ?? true
      }
      sorted.append(rest.remove(at: next ?? 0))
    }
    return sorted
  }
}

extension JournalEntry {
  /// The name of the record.
  fileprivate var name: RecordID? { (before?.stamp ?? left)?.id }
}

extension ReadSession {
  /// Returns the records of several keys; nil where there is none.
  func records(of type: RecordType, keys: [RecordKey]) async throws -> [StoredRecord?] {
    let fields = type.naturalKey.compactMap { type.index(of: $0) }
    let answers = try await records(
      of: type, where: fields, are: keys.map { Array($0.codes.prefix(fields.count)) })
    return zip(keys, answers).map { key, records in records.first { $0.key == key } }
  }
}
