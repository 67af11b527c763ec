import CTEModel
import CTERulePack
import CTEStore

/// Reads students and their credentials as people see them.
struct StudentReader {
  private let register: ProgramRegister
  private var lists: ListReader
  private let titles: [Int32: String]

  init(in register: ProgramRegister) async throws {
    self.register = register
    lists = ListReader(register.session, keys: register.keys, in: register.pack)
    titles = try await lists.titles("title", of: .credential)
  }

  /// Returns students with some credentials, sorted by their names and numbers.
  func students(
    _ numbers: Set<Int32>, with credentials: [StoredRecord]
  ) async throws -> [ProgramStudent] {
    let own = Dictionary(grouping: credentials) { $0.code(of: "student") }
    let texts = try await RecordTexts(of: credentials, register.session)
    let names = try await names(of: numbers)
    let ids = try await register.session.texts(of: .student, numbers.sorted())
    return numbers.map { number in
      ProgramStudent(
        number: ids[number] ?? "", firstName: names[number]?["firstName"],
        lastName: names[number]?["lastName"],
        credentials: (own[number] ?? []).map { received($0, texts) }
          .sorted { $0.record < $1.record })
    }.sorted { $0.sortKeys.lexicographicallyPrecedes($1.sortKeys) }
  }

  private func names(of numbers: Set<Int32>) async throws -> [Int32: [String: String]] {
    let records = try await register.records.all(
      of: .student, where: ["id"], are: numbers.sorted().map { [$0] })
    let texts = try await RecordTexts(of: records, register.session)
    return Dictionary(
      records.map { ($0.code(of: "id"), texts.values(of: $0)) }, uniquingKeysWith: { $1 })
  }

  func received(_ record: StoredRecord, _ texts: RecordTexts) -> ReceivedCredential {
    let values = texts.values(of: record)
    let (year, day) = (record.code(of: "year"), record.code(of: "day"))
    return ReceivedCredential(
      record: record.id, code: values["credentialCode"],
      title: titles[record.code(of: "credential")] ?? values["credential"]
        ?? values["suggestedTitle"],
      category: values["category"],
      year: year == missingCode ? nil : FiscalYear(Int(year)),
      day: day == missingCode ? nil : CalendarDay(ordinal: day))
  }
}

extension ProgramStudent {
  /// What students are sorted by.
  fileprivate var sortKeys: [SortKey] {
    [lastName ?? "", firstName ?? "", number].map(SortKey.init)
  }

  /// Whether each part of a text is in a name or in the number.
  func matches(_ parts: [String]) -> Bool {
    let own = [firstName, lastName, number].compactMap { $0?.lowercased() }
    return parts.allSatisfy { part in own.contains { $0.contains(part) } }
  }
}

extension StudentGrouping {
  /// The parts of a text that is searched; empty for what isn't a search.
  func searchedParts() throws(ChangeError) -> [String] {
    guard case .matching(let text) = self else { return [] }
    let parts = text.lowercased().split { $0.isWhitespace || $0 == "," }.map(String.init)
    guard parts.isEmpty else { return parts }
    throw ChangeError(.impossible, "nothing is searched; write a part of a name or of a number")
  }
}
