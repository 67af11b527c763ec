import CTEModel
import CTERulePack

/// Refuses the rows of schools and programs to which the actor has no access.
///
/// It says the same of those that aren't there.
struct AccessCheck {
  private let scope: AccessScope
  private let match: FormatMatch
  /// Whether a record whose school or program isn't chosen yet may still get one that the actor may change.
  private let takesUnfinished: Bool
  private var count = 0

  init(scope: AccessScope, match: FormatMatch, takesUnfinished: Bool) {
    self.scope = scope
    self.match = match
    self.takesUnfinished = takesUnfinished
  }

  /// What became of the check; nil for who has access to the whole tenant.
  var outcome: RuleOutcome? {
    scope.isWhole
      ? nil
      : RuleOutcome(
        rule: .outOfScope, severity: .error, status: count > 0 ? .failed : .passed, count: count)
  }

  /// Returns what is wrong with the rows of a batch, and marks their schools and programs.
  ///
  /// Call it before rules are asked, so that they say nothing of what is refused already, and again when what is derived
  /// from look-ups is there.
  ///
  /// - Parameters:
  ///   - places: The records that the batch has, by their place in the format.
  ///   - isDerived: Whether what is derived is there, so that what is missing now stays missing.
  mutating func check(
    _ batch: inout Batch, _ places: Range<Int>, isDerived: Bool
  ) -> [Finding] {
    guard !scope.isWhole else { return [] }
    var findings: [Finding] = []
    for (record, place) in places.enumerated() {
      let plan = match.format.records[place]
      let isKnown = plan.scopeFields.allSatisfy { match.carries($0, of: plan) }
      guard isKnown != isDerived else { continue }
      // A row that makes several records of one school is told of once.
      let isTold = findings.isEmpty || record == 0
      let found = check(&batch.records[record], as: plan, of: batch.table)
      if isTold { findings += found }
    }
    count += findings.count
    return findings
  }

  private func check(
    _ batch: inout RecordBatch, as plan: RecordPlan, of table: Table
  ) -> [Finding] {
    let blamed = plan.scopeFields.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
    return table.rowNumbers.indices.compactMap { row in
      guard batch.errors[row] & blamed == 0, !isInScope(row, of: batch, plan) else { return nil }
      batch.errors[row] |= blamed
      return finding(row, plan, table)
    }
  }

  private func isInScope(_ row: Int, of batch: RecordBatch, _ plan: RecordPlan) -> Bool {
    let fields = plan.scopeFields
    guard let school = fields.first else { return false }
    if takesUnfinished {
      guard let code = batch.columns[school].code(of: row) else { return true }
      if let program = fields.dropFirst().first, batch.columns[program].code(of: row) == nil {
        return scope.mayContain(organization: code)
      }
    }
    return scope.contains(
      organization: batch.columns[school].code(of: row) ?? missingCode,
      program: fields.dropFirst().first.map { batch.columns[$0].code(of: row) ?? missingCode })
  }

  private func finding(_ row: Int, _ plan: RecordPlan, _ table: Table) -> Finding {
    let column = plan.scopeFields.lazy.compactMap { match.column(of: $0, in: plan) }.first
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

extension RecordPlan {
  /// The fields that say to which part of a tenant a record belongs, by their place: that of the school, then that of the
  /// program, if the type has one.
  fileprivate var scopeFields: [Int] {
    [type.scopeField, type.index(of: "program")].compactMap { $0 }
  }
}

extension RecordBatch.Column {
  /// The code of a row; nil where there is none.
  fileprivate func code(of row: Int) -> Int32? {
    guard case .codes(let codes) = self, codes[row] != missingCode else { return nil }
    return codes[row]
  }
}
