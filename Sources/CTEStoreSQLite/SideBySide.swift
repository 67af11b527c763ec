import CTEModel
import CTERulePack
import CTEStore
import GRDB
import Synchronization

/// A connection that answers questions.
protocol AnswersQuestions: Sendable {
  /// Calls a function with the connection.
  func perform<Result: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Result
  ) async throws -> Result
}

/// Answers what checks want to know on several connections that see the same records.
struct SideBySide {
  private let connections: [any AnswersQuestions]

  init(_ connections: [any AnswersQuestions]) {
    self.connections = connections
  }

  func facts(_ request: FactsRequest) async throws -> Facts {
    var keys = KeyTables()
    guard let wanted = request.students else {
      var others = try await run(Question.all(of: request, students: nil) + Self.keyQuestions)
      for case .keys(let domain, let table) in others { keys[domain] = table }
      others.removeAll { if case .keys = $0 { true } else { false } }
      return Self.facts(others, request, keys)
    }
    let numbers = try await run(
      Self.keyQuestions.filter { $0.domain != .student } + Question.numbers(of: wanted))
    var students: [KeyRows.Number] = []
    for answer in numbers {
      switch answer {
      case .keys(let domain, let table): keys[domain] = table
      case .numbers(let found): students += found
      case .reference, .identities: break
      }
    }
    let greatest = try await connections[0].perform { try KeyRows.greatest(.student, in: $0) }
    KeyRows.take(students, of: greatest, into: &keys[.student])
    let about = keys.numbers(of: wanted)
    return Self.facts(try await run(Question.all(of: request, students: about)), request, keys)
  }

  private static let keyQuestions = KeyDomain.allCases.map { Question.keys($0) }

  private static func facts(
    _ answers: [Answer], _ request: FactsRequest, _ keys: KeyTables
  ) -> Facts {
    var keys = keys
    var rows: [(part: Question.Part, found: ReferenceRows)] = []
    var identities: [(part: Question.Part, found: StoredIdentities)] = []
    for answer in answers {
      switch answer {
      case .reference(let part, let found): rows.append((part, found))
      case .identities(let part, let found): identities.append((part, found))
      case .keys, .numbers: break
      }
    }
    rows.sort { $0.part < $1.part }
    identities.sort { $0.part < $1.part }
    // Free texts become words, so the tables come before the keys.
    let references = request.references.indices.map { place in
      ReferenceRows.table(
        of: rows.filter { $0.part.place == place }.map(\.found), keys: &keys)
    }
    return Facts(
      keys: keys, references: references,
      identities: request.identities.indices.map { place in
        identities.filter { $0.part.place == place }.reduce(into: StoredIdentities()) {
          $0.codes += $1.found.codes
          $0.digests += $1.found.digests
        }
      })
  }

  /// Answers questions; whichever connection is done with one takes the next.
  private func run(_ questions: [Question]) async throws -> [Answer] {
    let waiting = WaitingQuestions(Question.longestFirst(questions))
    return try await withThrowingTaskGroup(of: [Answer].self) { group in
      for connection in connections {
        group.addTask {
          var answers: [Answer] = []
          while let question = waiting.next() {
            answers.append(try await connection.perform { try question.answer(from: $0) })
          }
          return answers
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
  }
}

/// Questions whose turn is still to come.
private final class WaitingQuestions: Sendable {
  private let questions: Mutex<ArraySlice<Question>>

  init(_ questions: [Question]) {
    self.questions = Mutex(questions[...])
  }

  func next() -> Question? { questions.withLock { $0.popFirst() } }
}
