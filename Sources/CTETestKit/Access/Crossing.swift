import CTECore
import CTEModel
import CTEStore

/// Somebody who tries everything with everything, beside a world in which there is nothing but their part.
struct Crossing {
  private let person: CrossingPerson
  private let whole: CrossingWorld
  private let part: CrossingWorld
  /// The tenant in the one and in the other.
  private let opened: [Result<Tenant, any Error>]

  init(by person: CrossingPerson, in store: any Store) async throws {
    self.person = person
    whole = try await CrossingWorld(in: store)
    part = try await CrossingWorld(in: InMemoryStore(), partOf: person)
    opened = [await whole.opened(as: person.actor), await part.opened(as: person.actor)]
  }

  func run() async throws {
    let others = try await othersRecords()
    for call in CrossingCall.reading { try await make(call, showing: marks) }
    for call in CrossingCall.all { try await make(call, showing: []) }
    for call in CrossingCall.reading { try await make(call, showing: []) }
    let left = try await othersRecords()
    let differences = others.symmetricDifference(left).sorted()
    try expect(differences, equals: [], "what of others' records isn't as it was after \(words)")
    try await lookIntoLog()
  }

  private var words: String { "all that \(person.words) tried" }

  /// Makes a call, about each place if it names one.
  ///
  /// - Parameter marks: What must not occur in the answer of a call that names no place.
  private func make(_ call: CrossingCall, showing marks: [String]) async throws {
    for place in call.naming == .places ? CrossingPlace.all : [CrossingPlace.all[0]] {
      let found = await call.answer(
        CrossingAttempt(world: whole, person: person, place: place, opened: opened[0]))
      let expected = await call.answer(
        CrossingAttempt(world: part, person: person, place: place, opened: opened[1]))
      let subject =
        "the answer to \(call.function) about \(place.program) of \(place.school) by \(person.words)"
      // Only what differs first, because an answer may be long.
      let different = zip(found, expected).first { $0 != $1 }
      try expect(different?.0 ?? "", equals: different?.1 ?? "", subject)
      try expect(found.count, equals: expected.count, "how many lines there are in \(subject)")
      guard call.naming == .nothing else { continue }
      let shown = marks.filter { mark in found.contains { $0.contains(mark) } }
      try expect(shown, equals: [], "what isn't theirs in \(subject)")
    }
  }

  /// What occurs only in what the person may not see.
  private var marks: [String] {
    let hidden = CrossingPlace.all.filter { !person.sees($0) }.flatMap(\.marks)
    let colleagues = CrossingPerson.all.filter { $0.actor != person.actor && !person.knows($0) }
      .map(\.actor.name)
    return hidden + (person.seesAll ? [] : colleagues) + [
      "NameX", "CERTX", CrossingWorld.other.name,
    ]
  }

  /// Returns the records that the person may not change, as somebody else sees them.
  private func othersRecords() async throws -> Set<String> {
    var records: Set<String> = []
    for id in [CrossingWorld.own, CrossingWorld.other] {
      let tenant = try await whole.tenant(id, as: .localOperator)
      for type in RecordType.all {
        for record in try await tenant.records(of: type)
        where id == CrossingWorld.other || !isTheirs(record) {
          records.insert("\(id) \(type.name) \(record.told)")
        }
      }
    }
    return records
  }

  /// Whether a record is of a place that the person sees; what belongs to no school is the whole tenant's.
  private func isTheirs(_ record: RecordEntry) -> Bool {
    if person.seesAll { return true }
    // Who answers for a program at a school may say of what is theirs that it lies elsewhere.
    let own = person.grants.filter { $0.organization == nil }.compactMap(\.offering)
    if let offering = record.values["offering"], own.contains(offering) { return true }
    guard let school = record.values["school"] else { return false }
    let places = CrossingPlace.all.filter(person.sees) + [person.home]
    return places.contains {
      $0.school == school && $0.program == record.values["program"] ?? $0.program
    }
  }

  /// Makes sure that the log, which outlives all access, tells of nobody's record.
  private func lookIntoLog() async throws {
    let tenant = try await whole.tenant(CrossingWorld.own, as: .localOperator)
    let events = try await tenant.auditEvents().map { "\($0)" }
    let marks = CrossingPlace.all.flatMap(\.marks)
    let told = marks.filter { mark in events.contains { $0.contains(mark) } }
    try expect(told, equals: [], "whose records the audit log tells of, after \(words)")
    try await expect(
      tenant.verifyAudit(), equals: .whole(events: events.count), "the log after \(words)")
  }
}
