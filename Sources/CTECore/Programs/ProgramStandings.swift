import CTEModel
import CTERulePack
import CTEStore

/// What stands for the programs of a year: how many credentials each has, and which are declared to have none.
struct ProgramStandings {
  /// How many credentials were received, by the number of the program at a school. Failed attempts are none.
  private(set) var credentials: [Int32: Int] = [:]
  /// The programs that are declared to have no credentials.
  let declared: Set<Int32>

  init(in register: ProgramRegister) async throws {
    let declarations = try await register.records.all(
      of: .noCredentialsDeclaration, where: ["year": register.year])
    declared = Set(declarations.map { $0.code(of: "offering") })
    try await count(in: register)
  }

  /// Counts in columns: a state has many more credentials than programs.
  private mutating func count(in register: ProgramRegister) async throws {
    let type = RecordType.credentialAttempt
    guard let offering = type.index(of: "offering"), let passed = type.index(of: "passed") else {
      return
    }
    let filter = try await AccessFilter([register.scope], register.session, about: type)
    let request = filter.widened(
      ReferenceRequest(
        lookup: type.name, type: type, fields: [offering, passed].sorted(),
        year: register.pack.year, studentField: nil))
    var keys = KeyTables()
    let data = try await register.session.reference(for: [request], students: nil, keys: &keys)
    guard let table = data.tables[type.name].map({ filter.seen($0, of: type) }),
      let offerings = table.columns[offering], let results = table.columns[passed]
    else { return }
    for (offering, result) in zip(offerings, results)
    where offering != missingCode && result != 0 {
      credentials[offering, default: 0] += 1
    }
  }
}

extension ProgramRegister {
  /// Returns programs for people, with how they stand.
  func described(_ records: [StoredRecord]) async throws -> [OfferedProgram] {
    let standings = try await ProgramStandings(in: self)
    let texts = try await RecordTexts(of: records, session)
    var lists = ListReader(session, keys: keys, in: pack)
    let titles = try await lists.titles("title", of: .program)
    let names = try await lists.titles("name", of: .organization)
    return records.map { record in
      let values = texts.values(of: record)
      func place(_ field: String) -> OfferedProgram.Place? {
        values[field].map { .init(id: $0, name: names[record.code(of: field)]) }
      }
      let id = record.code(of: "id")
      return OfferedProgram(
        offering: values["id"] ?? "", program: values["program"],
        title: values["title"] ?? titles[record.code(of: "program")], type: values["type"],
        school: place("school"), agency: place("agency"),
        credentialCount: standings.credentials[id] ?? 0,
        declaresNone: standings.declared.contains(id))
    }
  }
}
