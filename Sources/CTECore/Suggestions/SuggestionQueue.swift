import CTEModel
import CTERulePack
import CTEStore

/// The credentials that are suggested and of which nothing is decided yet, the oldest ones first.
///
/// Suggestions of one program are the same where their titles differ in nothing but blanks and case. What was decided holds
/// for all up to the year of the decision; what is suggested in a later year is open again.
struct SuggestionQueue {
  /// The attempts that suggest the same, the first one first.
  typealias Group = [StoredRecord]

  let groups: [Group]
  private let register: ProgramRegister
  private let decisions: [Subject: StoredRecord]

  /// What is suggested, and for which program.
  private struct Subject: Hashable {
    let title: SuggestedTitle
    let program: Int32
  }

  init(in register: ProgramRegister) async throws {
    self.register = register
    let decided = try await register.records.all(of: .credentialSuggestion)
    let words = try await register.session.texts(
      of: .word, Set(decided.map { $0.code(of: "title") }).sorted())
    let decisions = Dictionary(
      decided.map { record in
        let title = SuggestedTitle(words[record.code(of: "title")] ?? "")
        return (Subject(title: title, program: record.code(of: "program")), record)
      }, uniquingKeysWith: { $0.code(of: "year") < $1.code(of: "year") ? $1 : $0 })
    self.decisions = decisions
    let attempts = try await register.records.all(
      of: .credentialAttempt, where: ["credentialCode": missingCode]
    ).filter(\.isSuggestion)
    let subjects = Dictionary(grouping: attempts, by: Self.subject)
    groups = subjects.compactMap { subject, attempts in
      let year = decisions[subject]?.code(of: "year") ?? missingCode
      let open = attempts.filter { $0.code(of: "year") > year }.sorted { $0.isOlder(than: $1) }
      return open.isEmpty ? nil : open
    }.sorted { $0[0].isOlder(than: $1[0]) }
  }

  private static func subject(of attempt: StoredRecord) -> Subject {
    Subject(title: SuggestedTitle(of: attempt), program: attempt.code(of: "program"))
  }

  /// Returns the attempts that suggest the same as one of a name.
  ///
  /// - Throws: `ChangeError` where there is none.
  func group(_ id: RecordID) throws(ChangeError) -> Group {
    if let group = groups.first(where: { $0.contains { $0.id == id } }) { return group }
    throw ChangeError(
      .unknown, "there is no open suggestion \(id); list them to see which there are")
  }

  /// Returns what was decided earlier of the same; nil where nothing was.
  func decision(on group: Group) -> StoredRecord? {
    group.first.flatMap { decisions[Self.subject(of: $0)] }
  }

  /// Returns the suggestions for people.
  func described() async throws -> [Suggestion] {
    let firsts = groups.compactMap(\.first)
    let texts = try await RecordTexts(of: firsts, register.session)
    var lists = ListReader(register.session, keys: register.keys, in: register.pack)
    let titles = try await lists.titles("title", of: .program)
    return zip(firsts, groups).map { first, group in
      Suggestion(
        id: first.id, title: first.text(of: "suggestedTitle")?.evenedOut ?? "",
        program: texts.values(of: first)["program"],
        programTitle: titles[first.code(of: "program")],
        studentCount: Set(group.map { $0.code(of: "student") }).count,
        offeringCount: Set(group.map { $0.code(of: "offering") }).count,
        years: Set(group.map { $0.code(of: "year") }).sorted().map { FiscalYear(Int($0)) })
    }
  }
}

extension StoredRecord {
  fileprivate func isOlder(than other: StoredRecord) -> Bool {
    (code(of: "year"), id) < (other.code(of: "year"), other.id)
  }
}
