import CTEIntake
import CTEModel
import CTERulePack
import CTEStore
import CTEValidation

/// What a store knows: its identifiers, and for each record of a format what checks need.
struct Knowledge {
  var keys: KeyTables
  var records: [(reference: ReferenceData, identities: StoredIdentities?)] = []

  /// Reading a student's records one by one costs about as much as passing over those of so many others.
  private static let worthOfLookup = 8

  /// Gathers what the checks of a file need: for a small file in a large store the records of its students, else all.
  static func gather(
    for file: inout IncomingFile, in pack: RulePack, from session: any WriteSession
  ) async throws -> Knowledge {
    let match = file.match
    let needs = match.format.records.map { ReferenceNeeds(for: $0, in: match, of: pack) }
    let wanted = try await students(of: &file, in: pack, needs, session)
    var knowledge = Knowledge(keys: try await session.keys(students: wanted))
    let students = wanted?.compactMap { knowledge.keys[.student].knownNumber(for: $0) }.sorted()
    for needs in needs {
      let reference = try await session.reference(
        for: needs.requests, students: students, keys: &knowledge.keys)
      var identities: StoredIdentities?
      if let request = needs.identities {
        identities = try await session.identities(for: request, students: students)
      }
      knowledge.records.append((reference, identities))
    }
    return knowledge
  }

  /// Returns the students of a file that is small against the store, or nil where all had better be read.
  private static func students(
    of file: inout IncomingFile, in pack: RulePack, _ needs: [ReferenceNeeds],
    _ session: any WriteSession
  ) async throws -> [String]? {
    guard needs.allSatisfy(\.areAboutStudentsOfFile), let table = try file.onlyTable(),
      table.rowCount * worthOfLookup < (try await session.studentCount())
    else { return nil }
    var keys = KeyTables()
    var mapper = Mapper(match: file.match, pack: pack)
    _ = mapper.map(table, keys: &keys)
    return keys[.student].newTexts
  }
}
