import CTEModel
import CTERulePack

/// Refuses the rows of schools and programs to which the actor has no access.
///
/// It says the same of those that aren't there. Where the pack has a rule that reports such rows, that one speaks, after all
/// others were asked; else the check speaks first, and rules say nothing of what is refused already.
struct AccessCheck {
  private let scope: AccessScope
  private let match: FormatMatch
  /// What is asked of the records of the format, by their place in it.
  private let questions: [Question]
  /// Whether a record whose school or program isn't chosen yet may still get one that the actor may change.
  private let takesUnfinished: Bool
  private var count = 0

  /// When a record is asked, and of which fields.
  private struct Question {
    let fields: ScopeColumns
    /// The rule that speaks; nil where the check does.
    let rule: RuleID?
    /// Whether it is asked once all that is derived from look-ups is there, and all rules were asked.
    let isLate: Bool
    /// The fields that carry the error, as bits by their place.
    let blamed: UInt64
  }

  /// The fields that say to which part of a tenant a record belongs, as far as a row has them.
  private struct ScopeColumns {
    let all: [Int]
    let type: RecordType
  }

  init(scope: AccessScope, match: FormatMatch, pack: RulePack, takesUnfinished: Bool) {
    self.scope = scope
    self.match = match
    self.takesUnfinished = takesUnfinished
    questions = match.format.records.map { plan in
      let derived = pack.records[plan.type]?.derived ?? [:]
      let carried = plan.type.scopeFields.filter { match.carries($0, of: plan) }
      let fields = plan.type.scopeFields.filter {
        carried.contains($0) || derived[plan.type.fields[$0].name] != nil
      }
      let rule = pack.records[plan.type]?.outOfScope
      return Question(
        fields: ScopeColumns(all: fields, type: plan.type), rule: rule,
        isLate: rule != nil || fields.count > carried.count || fields.isEmpty,
        blamed: fields.reduce(0) { $0 | 1 << UInt64($1) })
    }
  }

  /// What became of the check; nil for who has access to the whole tenant, and where rules of the pack speak.
  var outcome: RuleOutcome? {
    scope.isWhole || questions.allSatisfy({ $0.rule != nil })
      ? nil
      : RuleOutcome(
        rule: .outOfScope, severity: .error, status: count > 0 ? .failed : .passed, count: count)
  }

  /// The rule of the pack that speaks of a record of the format, by its place; nil where the check does.
  func rule(of place: Int) -> RuleID? { questions[place].rule }

  /// A row that the actor may not write.
  struct Stranger {
    /// The record of the row, by its place among those of the batch.
    let record: Int
    /// The row, by its place in the table.
    let row: Int
    /// The rule that speaks; nil where the check does.
    let rule: RuleID?
  }

  /// Returns the rows that the actor may not write, and marks their schools and programs.
  ///
  /// Call it before rules are asked and again afterwards, when what is derived from look-ups is there and what is missing
  /// stays missing.
  ///
  /// - Parameter places: The records that the batch has, by their place in the format.
  mutating func strangers(
    in batch: inout Batch, _ places: Range<Int>, isLate: Bool
  ) -> [Stranger] {
    guard !scope.isWhole else { return [] }
    var strangers: [Stranger] = []
    for (record, place) in places.enumerated() where questions[place].isLate == isLate {
      // A row that makes several records of one school is told of once.
      let isTold = strangers.isEmpty || record == 0
      let found = check(&batch.records[record], as: questions[place], rows: batch.table.rowCount)
      guard isTold else { continue }
      strangers += found.map { Stranger(record: record, row: $0, rule: questions[place].rule) }
    }
    count += strangers.count { $0.rule == nil }
    return strangers
  }

  private func check(
    _ batch: inout RecordBatch, as question: Question, rows: Int
  ) -> [Int] {
    (0..<rows).filter { row in
      guard isKnown(row, of: batch, question), !isInScope(row, of: batch, question.fields) else {
        return false
      }
      batch.errors[row] |= question.blamed
      return true
    }
  }

  /// Whether it is known to which part of the tenant a row belongs; where it isn't, that is told already.
  private func isKnown(_ row: Int, of batch: RecordBatch, _ question: Question) -> Bool {
    if batch.errors[row] & question.blamed == 0 { return true }
    // A rule of the pack speaks beside whatever else is wrong with a school or program that is there.
    return question.rule != nil
      && question.fields.all.allSatisfy { batch.columns[$0].code(of: row) != nil }
  }

  private func isInScope(_ row: Int, of batch: RecordBatch, _ fields: ScopeColumns) -> Bool {
    guard fields.type.scopeField != nil else { return false }
    let codes = fields.all.map { batch.columns[$0].code(of: row) }
    let place = ScopePlace(of: fields.type) { field in
      fields.all.firstIndex(of: field).flatMap { codes[$0] } ?? missingCode
    }
    if takesUnfinished, codes.contains(where: { $0 == nil }) { return scope.mayContain(place) }
    return scope.contains(place)
  }

  /// Returns what is wrong with a row that the actor may not write, where no rule of the pack speaks.
  func finding(_ row: Int, _ place: Int, of table: Table) -> Finding {
    let plan = match.format.records[place]
    let column = questions[place].fields.all.lazy.compactMap { match.column(of: $0, in: plan) }
      .first
    return Finding(
      row: Int(table.rowNumbers[row]), columnIndex: column ?? 0,
      column: column.map { match.titles[$0] } ?? "", rule: .outOfScope, severity: .error,
      value: column.map { table.text(row: row, column: $0) } ?? "", expected: nil,
      message: "you have no access to records of this school and program",
      help: "Check the numbers, or ask who administers the tenant for access.")
  }
}

extension RuleID {
  fileprivate static let outOfScope = RuleID("access/out-of-scope")
}

extension RecordBatch.Column {
  /// The code of a row; nil where there is none.
  fileprivate func code(of row: Int) -> Int32? {
    guard case .codes(let codes) = self, codes[row] != missingCode else { return nil }
    return codes[row]
  }
}
