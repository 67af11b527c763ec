import CTEModel
import CTERulePack

/// What keeps the record of a row from standing beside records of earlier rows, as look-ups that must find nothing say.
struct Exclusions {
  /// A look-up of a record that must find nothing.
  private struct Question {
    let asked: Beside
    let values: [FieldPath]
    let rule: RuleID
  }

  private let questions: [Question]
  /// The look-ups of other records that would find this one, with the fields of it that they ask for.
  private let answers: [Beside]
  /// The records of earlier rows, as all checkers of the file know them.
  private var taken = TakenRecords()

  init(of definition: RecordDefinition, in pack: RulePack, isTrusted: Bool) {
    // What is loaded as it is was judged before.
    guard !isTrusted else {
      (questions, answers) = ([], [])
      return
    }
    questions = definition.lookups.compactMap { lookup in
      lookup.present.map {
        Question(asked: Beside(lookup), values: Beside.sorted(lookup).map(\.value), rule: $0)
      }
    }
    let others = pack.records.values.flatMap(\.lookups)
    answers = Set(
      others.filter { $0.present != nil && $0.type == definition.type }.map { Beside($0) }
    ).sorted { $0.fields.lexicographicallyPrecedes($1.fields) }
  }

  mutating func share(with other: Exclusions) {
    taken = other.taken
  }

  /// Returns the rule that refuses the record of a row because of an earlier row; nil where none does.
  func rule(
    against row: Int, in frame: Frame, of definition: RecordDefinition, year: FiscalYear
  ) -> RuleID? {
    guard !questions.isEmpty else { return nil }
    return questions.first { question in
      let values = question.values.map { path in
        frame.source(of: path, lookups: definition.lookups, year: Int32(year.number))(row)
      }
      return !values.contains(missingCode) && taken.contains(values, of: question.asked)
    }?.rule
  }

  /// Lets later rows stand to the record of a row.
  func take(_ row: Int, in frame: Frame) {
    for answer in answers {
      taken.take(answer.fields.map { frame.fields[$0].base[row] }, of: answer)
    }
  }
}

/// Records of a type, as a look-up asks for them: by the values of some fields.
private struct Beside: Hashable {
  let type: RecordType
  /// The fields, by their place in the type, in ascending order.
  let fields: [Int]

  init(_ lookup: Lookup) {
    type = lookup.type
    fields = Self.sorted(lookup).map(\.field)
  }

  static func sorted(_ lookup: Lookup) -> [(field: Int, value: FieldPath)] {
    lookup.conditions.sorted { $0.field < $1.field }
  }
}

/// The records of earlier rows beside which others can't stand, by the values that look-ups ask for.
private final class TakenRecords {
  private var values: [Beside: Set<[Int32]>] = [:]

  func contains(_ value: [Int32], of asked: Beside) -> Bool {
    values[asked]?.contains(value) ?? false
  }

  func take(_ value: [Int32], of asked: Beside) {
    values[asked, default: []].insert(value)
  }
}
