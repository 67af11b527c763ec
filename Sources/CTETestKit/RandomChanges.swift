import CTEModel
package import CTERulePack
public import CTEStore

/// Random changes that are written to a store, and what it says of them; a seed gives the same changes in every run.
///
/// ```swift
/// let mine = try await RandomChanges.play(seed: 7, in: newStore())
/// let plain = try await RandomChanges.play(seed: 7, in: InMemoryStore())
/// mine == plain  // true
/// ```
public struct RandomChanges {
  /// What a store said of one session. Answers to the same changes are equal in every store.
  public struct Answer: Equatable, Sendable {
    /// What became of the records, in the order in which they were written.
    package var fates: [RecordFate] = []
    var counts: [Int] = []
    var keys: [[[UInt8]]] = []
    var columns: [[[Int32]?]] = []
    var rows: [[[String]]] = []
    var identities: [[Int32]] = []
    var digests: [[UInt64]] = []
    var records: [[StoredRecord]] = []
    /// What events did to records, as often as it was asked.
    package var journal: [[JournalEntry]] = []
  }

  var generator: SeededGenerator

  /// Writes changes in several sessions, some of which are rolled back, and returns the answers to the same questions.
  ///
  /// - Parameter store: A new store, which is left with the tenant `demo`.
  public static func play(seed: UInt64, in store: any Store) async throws -> [Answer] {
    let tenant = try await store.makeTenant("demo")
    var changes = RandomChanges(generator: SeededGenerator(seed: seed))
    var answers: [Answer] = []
    for _ in 0..<12 { answers.append(try await changes.session(on: tenant)) }
    return answers + [try await changes.look(at: tenant)]
  }

  private mutating func session(on tenant: any TenantStore) async throws -> Answer {
    let session = try await tenant.beginWriting()
    var answer = Answer()
    let isEntry = generator.chance(3)
    if isEntry {
      for type in RecordType.all { try await enter(type, in: session) }
    } else {
      for batch in 0..<Int.random(in: 1...3, using: &generator) {
        for type in RecordType.all {
          answer.fates += try await write(type, to: session, firstRow: batch * 100 + 2)
        }
      }
    }
    for type in RecordType.all {
      try await ask(session, about: type, students: nil, &answer)
      try await ask(session, about: type, students: someStudents(), &answer)
      answer.records.append(try await session.records(query(for: type)))
    }
    if generator.chance(4) {
      await session.rollback()
    } else if isEntry {
      try await session.commitEntry()
    } else {
      try await session.commit()
    }
    for type in RecordType.all { answer.counts.append(try await tenant.count(of: type)) }
    return answer
  }
}

// MARK: - Writing

extension RandomChanges {
  private mutating func write(
    _ type: RecordType, to session: any WriteSession, firstRow: Int
  ) async throws -> [RecordFate] {
    var builder = ChangeBuilder(keys: try await session.keys(students: nil))
    // A refused row's identifier has a number that the store never hears of.
    if generator.chance(3) { _ = builder.keys[.student].number(for: "refused \(firstRow)") }
    let changes = builder.changes(to: type, rows(of: type), firstRow: firstRow)
    let number = try await session.nextSubmission()
    return try await session.write(changes, submission: number).flatMap { $0 }
  }

  /// Returns some records, all with the same fields: most of the key, some of the others.
  mutating func rows(of type: RecordType) -> [[String: String]] {
    let fields = type.fields.filter { field in
      !field.isTransient
        && (type.naturalKey.contains(field.name) ? !generator.chance(12) : !generator.chance(3))
    }
    return (0..<Int.random(in: 0...6, using: &generator)).map { _ in
      Dictionary(uniqueKeysWithValues: fields.map { ($0.name, text(of: $0.kind)) })
    }
  }

  mutating func text(of kind: FieldKind) -> String {
    if generator.chance(8) { return "" }
    let number = Int.random(in: 1...3, using: &generator)
    return switch kind {
    case .key(.student): "S\(Int.random(in: 1...9, using: &generator))"
    case .key(.word), .text:
      ["Caf\u{E9}", "Cafe\u{301}", "a longer text, of two parts"][number - 1]
    case .key: "\(number)"
    case .wordSet: ["a", "a,b", "b,c"][number - 1]
    case .year: "\(2020 + number)"
    case .day: "\(738_000 + number)"
    case .boolean: "\(number % 2)"
    case .integer, .hundredths: "\(number - 2)"
    }
  }
}

// MARK: - Reading

extension RandomChanges {
  private mutating func someStudents() -> [String] {
    ((1...9).map { "S\($0)" } + ["stranger"]).filter { _ in generator.chance(2) }
  }

  private mutating func ask(
    _ session: any WriteSession, about type: RecordType, students: [String]?,
    _ answer: inout Answer
  ) async throws {
    var keys = try await session.keys(students: students)
    let numbers = students?.compactMap { keys[.student].knownNumber(for: $0) }.sorted()
    let request = request(for: type)
    let data = try await session.reference(for: [request], students: numbers, keys: &keys)
    answer.columns += data.tables.values.map(\.columns)
    answer.rows += data.tables.values.map { $0.texts(of: type, request.fields, keys) }
    answer.keys += KeyDomain.allCases.map { domain in
      keys[domain].count < 1
        ? [] : (1...keys[domain].count).map { Array(keys[domain].text(of: $0).utf8) }
    }
    let identities = try await session.identities(for: identityRequest(type), students: numbers)
    answer.identities.append(identities.codes)
    answer.digests.append(identities.digests)
    answer.counts += [try await session.studentCount(), try await session.nextSubmission()]
  }

  private mutating func request(for type: RecordType) -> ReferenceRequest {
    // The first is always read, as every look-up reads the identifier that it asks for.
    let fields = type.fields.indices.filter {
      !type.fields[$0].isTransient && ($0 == 0 || !generator.chance(3))
    }
    let hasYear = type.index(of: "year") != nil
    return ReferenceRequest(
      lookup: "all", type: type, fields: fields,
      year: hasYear && generator.chance(2) ? FiscalYear(2022) : nil,
      studentField: generator.chance(4) ? nil : type.fields.firstIndex { $0.kind == .key(.student) }
    )
  }

  /// Asks for the natural key, of which the content may lack a part.
  private mutating func identityRequest(_ type: RecordType) -> IdentityRequest {
    IdentityRequest(
      type: type, identity: type.naturalKey.compactMap { type.index(of: $0) },
      content: type.fields.indices.filter {
        !type.fields[$0].isTransient && ($0 == 0 || !generator.chance(5))
      })
  }
}
