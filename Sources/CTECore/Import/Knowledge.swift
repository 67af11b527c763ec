import CTEIntake
import CTEModel
import CTERulePack
import CTEStore
import CTEValidation

/// What a store knows: its identifiers, and for each record of a format what checks need.
struct Knowledge {
  var keys: KeyTables
  var records: [(reference: ReferenceData, identities: StoredIdentities?)] = []
  /// The lists that came with the pack and stand in for those of the tenant, as far as they are but a part.
  private(set) var partialLists: [PackList] = []

  /// Reading a student's records one by one costs about as much as passing over those of so many others.
  private static let worthOfLookup = 8

  /// Gathers what the checks of a file need: for a small file in a large store the records of its students, else all.
  ///
  /// - Parameter access: That of the actor, who is told nothing of records that they may not see.
  static func gather(
    for file: FileReading, in pack: RulePack, from session: any ReadSession,
    seenBy access: Access, entering scope: AccessScope
  ) async throws -> Knowledge {
    let needs = file.match.format.records.map { ReferenceNeeds(for: $0, in: file.match, of: pack) }
    let wanted = try await students(of: file, in: pack, needs, session)
    return try await gather(
      needs, about: wanted, in: pack, from: session, seenBy: access, entering: scope)
  }

  /// Gathers what the checks of records need.
  ///
  /// - Parameters:
  ///   - wanted: The only students whose records are needed; nil for all.
  ///   - access: That of the actor.
  ///   - scope: Where the actor may write the records.
  static func gather(
    _ needs: [ReferenceNeeds], about wanted: [String]?, in pack: RulePack,
    from session: any ReadSession, seenBy access: Access, entering scope: AccessScope
  ) async throws -> Knowledge {
    let read = access.scope(of: .read)
    let filter = try await AccessFilter([read], session)
    let isNarrow = needs.contains { pack.records[$0.type]?.outOfScope != nil } && !scope.isWhole
    let narrowFilter = isNarrow ? try await AccessFilter([read, scope], session) : filter
    // Where rows out of reach are asked all rules too, these learn nothing of what can't be entered.
    let filters = needs.map { pack.records[$0.type]?.outOfScope == nil ? filter : narrowFilter }
    let facts = try await session.facts(
      FactsRequest(
        students: wanted,
        references: zip(needs, filters).flatMap { needs, filter in
          needs.requests.map(filter.widened)
        }, identities: needs.compactMap(\.identities)))
    var knowledge = Knowledge(keys: facts.keys)
    var lists = PackLists(of: pack)
    var tables = facts.references[...]
    var identities = facts.identities[...]
    for (needs, filter) in zip(needs, filters) {
      var reference = ReferenceData()
      for request in needs.requests {
        reference.tables[request.lookup] = tables.popFirst()?.map {
          filter.seen($0, of: request.type)
        }
      }
      try knowledge.fillIn(&reference, needs.requests, from: &lists)
      knowledge.records.append((reference, needs.identities.flatMap { _ in identities.popFirst() }))
    }
    return knowledge
  }

  /// Gathers what can be known without a store: the lists that came with the pack.
  static func offline(for match: FormatMatch, in pack: RulePack) throws -> Knowledge {
    var knowledge = Knowledge(keys: KeyTables())
    var lists = PackLists(of: pack)
    for plan in match.format.records {
      var reference = ReferenceData(isOfStore: false)
      let requests = ReferenceNeeds(for: plan, in: match, of: pack).requests
      try knowledge.fillIn(&reference, requests, from: &lists)
      knowledge.records.append((reference, nil))
    }
    return knowledge
  }

  /// Takes the lists of the pack where the tenant has loaded none of its own.
  mutating func fillIn(
    _ reference: inout ReferenceData, _ requests: [ReferenceRequest], from lists: inout PackLists
  ) throws {
    for request in requests where reference.tables[request.lookup]?.rowCount ?? 0 == 0 {
      guard let (table, list) = try lists.table(for: request, keys: &keys) else { continue }
      reference.tables[request.lookup] = table
      if list.isPartial, !partialLists.contains(where: { $0.name == list.name }) {
        partialLists.append(list)
      }
    }
  }

  /// Returns the students of a file that is small against the store, or nil where all had better be read.
  private static func students(
    of file: FileReading, in pack: RulePack, _ needs: [ReferenceNeeds], _ session: any ReadSession
  ) async throws -> [String]? {
    guard needs.allSatisfy(\.areAboutStudentsOfFile) else { return nil }
    let most = try await session.studentCount() / worthOfLookup
    return try await file.students(ofFewerRowsThan: most, in: pack)
  }
}
