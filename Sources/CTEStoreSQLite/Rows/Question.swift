import CTEModel
import CTERulePack
import CTEStore
import GRDB

/// A part of what checks want to know that a connection answers by itself.
enum Question: Sendable {
  /// The identifiers of a domain.
  case keys(KeyDomain)
  /// The numbers of some students.
  case numbers([String])
  /// A reference of a request, by its place, about some students or all.
  case reference(Part, ReferenceRequest, students: [Int32]?)
  /// Identities of a request, by their place, of some students or all.
  case identities(Part, IdentityRequest, students: [Int32]?)

  /// Which part of which answer is asked for.
  struct Part: Comparable {
    /// The place in the request.
    let place: Int
    /// The number of the part, in the order of the students.
    let number: Int

    static func < (first: Part, second: Part) -> Bool {
      (first.place, first.number) < (second.place, second.number)
    }
  }

  /// About how many students is asked at a time.
  static let studentsAtOnce = 2048

  /// Returns what a request asks about records.
  static func all(of request: FactsRequest, students: [Int32]?) -> [Question] {
    let parts = parts(of: students)
    var questions: [Question] = []
    for (place, wanted) in request.references.enumerated() {
      let own = wanted.studentField == nil ? [nil] : parts
      questions += own.enumerated().map { number, students in
        .reference(Part(place: place, number: number), wanted, students: students)
      }
    }
    for (place, wanted) in request.identities.enumerated() {
      let own = wanted.studentField == nil ? [nil] : parts
      questions += own.enumerated().map { number, students in
        .identities(Part(place: place, number: number), wanted, students: students)
      }
    }
    return questions
  }

  /// Returns questions in an order in which what probably takes longest comes first.
  static func longestFirst(_ questions: [Question]) -> [Question] {
    questions.sorted { $0.weight > $1.weight }
  }

  private static func parts(of students: [Int32]?) -> [[Int32]?] {
    guard let students, !students.isEmpty else { return [students] }
    return stride(from: 0, to: students.count, by: studentsAtOnce).map {
      Array(students[$0..<min($0 + studentsAtOnce, students.count)])
    }
  }

  /// Asks for the numbers of students, part by part.
  static func numbers(of students: [String]) -> [Question] {
    // Neighbours of the index are read together.
    let sorted = students.sorted()
    return stride(from: 0, to: sorted.count, by: studentsAtOnce).map {
      .numbers(Array(sorted[$0..<min($0 + studentsAtOnce, sorted.count)]))
    }
  }

  /// The domain of the identifiers that are asked for; nil for other questions.
  var domain: KeyDomain? { if case .keys(let domain) = self { domain } else { nil } }

  /// What people do is recorded far more often than what there is, under keys of several parts; parts about some students
  /// are small.
  private var weight: Int {
    switch self {
    // Of all that is named, students are most.
    case .keys(let domain): domain == .student ? 10 : 0
    case .numbers: 0
    case .reference(_, let wanted, let students):
      students != nil && wanted.studentField != nil
        ? 0 : wanted.type.naturalKey.count + (wanted.studentField == nil ? 0 : 10)
    case .identities(_, let wanted, let students):
      students != nil && wanted.studentField != nil ? 0 : wanted.type.naturalKey.count
    }
  }

  func answer(from database: Database) throws -> Answer {
    switch self {
    case .keys(let domain):
      var table = KeyTable()
      try KeyRows.read(domain, from: database, into: &table)
      return .keys(domain, table)
    case .numbers(let texts):
      return .numbers(try KeyRows.numbers(of: texts, .student, in: database))
    case .reference(let part, let wanted, let students):
      return .reference(
        part, try ReferenceRows.read(wanted, students: students, from: database))
    case .identities(let part, let wanted, let students):
      return .identities(part, try IdentityRows.read(wanted, students: students, from: database))
    }
  }
}

/// What a connection answers.
enum Answer: Sendable {
  case keys(KeyDomain, KeyTable)
  case numbers([KeyRows.Number])
  case reference(Question.Part, ReferenceRows)
  case identities(Question.Part, StoredIdentities)
}
