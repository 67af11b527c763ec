import CTEModel
import CTERulePack
import CTEStore
import CTEValidation

/// Gives a credential to several students of a program at a school.
struct Giving {
  private let credential: GivenCredential
  private let register: ProgramRegister
  private let program: StoredRecord
  /// The numbers of the students, each once, with the zeros that are easily left out.
  let students: [String]

  /// - Throws: `ChangeError` where nobody is named, or a suggestion has no title.
  init(
    _ credential: GivenCredential, to students: [String], of program: StoredRecord,
    in register: ProgramRegister
  ) throws(ChangeError) {
    self.credential = credential
    self.register = register
    self.program = program
    var seen: Set<String> = []
    self.students = students.map {
      register.pack.written($0, as: "student", of: .credentialAttempt)
    }.filter { seen.insert($0).inserted }
    if students.isEmpty {
      throw ChangeError(.impossible, "no student is named who could receive the credential")
    }
    if case .suggested(let title) = credential, SuggestedTitle(title).isEmpty {
      throw ChangeError(.impossible, "a suggested credential has a title; say what it is called")
    }
  }

  /// Returns a draft for each student.
  ///
  /// - Parameter values: Further values of all of them, by the name of the field.
  /// - Throws: `ChangeError` where one of them is for what the program, the students or the credential say already.
  func drafts(with values: [String: String]) async throws -> [RecordDraft] {
    var own = try await register.placeValues(of: program, for: .credentialAttempt)
    let said = Set(own.keys).union(["student", "year", "credentialCode", "suggestedTitle"])
    if let name = values.keys.sorted().first(where: said.contains) {
      throw ChangeError(
        .impossible,
        "'\(name)' follows from the program, the students and the credential that are named; leave it out"
      )
    }
    own.merge(values) { own, _ in own }
    switch credential {
    case .listed(let code): own["credentialCode"] = code
    case .suggested(let title): own["suggestedTitle"] = title.evenedOut
    }
    return students.map { student in
      RecordDraft(.credentialAttempt, own.merging(["student": student]) { $1 })
    }
  }

  /// Returns the students to whom the same was suggested in the program and the year, however it was written.
  ///
  /// Suggestions have no code by which they could be told to be the same.
  func suggestedAlready() async throws -> Set<String> {
    guard case .suggested(let title) = credential else { return [] }
    let wanted = SuggestedTitle(title)
    let records = try await register.records(
      of: .credentialAttempt, in: program, year: register.year)
    let same = records.filter { $0.isSuggestion && SuggestedTitle(of: $0) == wanted }
    let numbers = Set(same.map { $0.code(of: "student") }).sorted()
    return Set(try await register.session.texts(of: .student, numbers).values)
  }
}

extension ProgramRegister {
  /// Returns what says to which program a record belongs, as far as a pack lets it be entered: its own number, and the
  /// school and the program where they don't follow from that.
  func placeValues(
    of program: StoredRecord, for type: RecordType
  ) async throws -> [String: String] {
    let texts = try await RecordTexts(of: [program], session).values(of: program)
    let definition = pack.records[type]
    var values = ["offering": texts["id"] ?? ""]
    for field in ["school", "program"]
    where definition?.fields[field] != nil && definition?.derived[field] == nil {
      values[field] = texts[field]
    }
    return values
  }
}
