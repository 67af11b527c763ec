public import CTEModel
public import CTERulePack

/// Turns the tables of a file into batches of typed columns, as its format says.
public struct Mapper {
  private let match: FormatMatch
  private let pack: RulePack
  private let missingRules: [RecordType: Rule]
  private var made = RepairCounts()
  private var counts: [RuleID: Int] = [:]

  /// Creates a mapper for files of a format.
  public init(match: FormatMatch, pack: RulePack) {
    self.match = match
    self.pack = pack
    missingRules = pack.missingRules(of: match.format)
  }

  /// What was made good in the file so far, in the order of its columns.
  public var repairs: [Repair] { made.repairs(titles: match.titles) }

  /// What became of the checks of cells so far.
  public var outcomes: [RuleOutcome] {
    let named = Set(missingRules.values.map(\.id)).sorted()
    return (named + CellProblem.checks).map { check in
      let count = counts[check] ?? 0
      return RuleOutcome(
        rule: check, severity: .error, status: count > 0 ? .failed : .passed, count: count)
    }
  }

  /// Returns the batch of a table and what is wrong with its cells.
  ///
  /// - Parameters:
  ///   - table: Rows of the file.
  ///   - places: The records that they make, by their place in the format; nil for all.
  ///   - keys: The identifiers known so far; those that are met first are added.
  public mutating func map(
    _ table: Table, making places: Range<Int>? = nil, keys: inout KeyTables
  ) -> (batch: Batch, findings: [Finding]) {
    var columns = ParsedColumns(
      table: table, match: match, year: pack.year, missingRules: missingRules)
    var records: [RecordBatch] = []
    for plan in match.format.records[places ?? match.format.records.indices] {
      records.append(columns.record(plan, keys: &keys))
    }
    if !table.kinds.isEmpty { columns.reportUnread(in: &records) }
    columns.reportLongRows(in: &records)
    made.add(columns.repairs)
    for finding in columns.findings { counts[finding.rule, default: 0] += 1 }
    return (Batch(table: table, records: records), columns.findings)
  }

  /// Adds the students that a table names to the identifiers known so far.
  public func readStudents(of table: Table, keys: inout KeyTables) {
    var columns = ParsedColumns(table: table, match: match, year: pack.year)
    for plan in match.format.records { columns.readKeys(of: .student, plan, keys: &keys) }
  }
}
