public import CEL
public import CTEModel
public import CTERulePack

/// Tells the kinds of rows of a format apart.
public struct RowSorter {
  private let match: FormatMatch
  private let current: CurrentTable
  private let questions: [BatchEvaluator?]
  private var strayCount = 0

  /// The rows of one kind.
  public struct Sorted {
    /// The rows.
    public let table: Table
    /// The records that they make, by their place in the format.
    public let records: Range<Int>
  }

  /// The table whose rows are being told apart.
  private final class CurrentTable {
    var table: Table?
  }

  /// Creates a sorter for files of a format.
  public init(match: FormatMatch) {
    self.match = match
    let current = CurrentTable()
    self.current = current
    let sources = Self.sources(match, current)
    questions = match.format.rowKinds.map { kind in
      kind.condition.map { BatchEvaluator($0, sources: sources) }
    }
  }

  private static func sources(_ match: FormatMatch, _ current: CurrentTable) -> [String: Source] {
    var sources: [String: Source] = [:]
    for (column, place) in zip(match.format.columns, match.places) {
      guard let field = column.field else { continue }
      // A column that the file doesn't have is empty in every row.
      sources[field] = .column(
        .string { row in place.flatMap { current.table?.text(row: row, column: $0) } ?? "" })
    }
    return sources
  }

  /// Returns the rows of a table by their kind, and what is wrong with those that are of none.
  ///
  /// - Throws: `EvaluationError` where a question costs more than it may.
  public mutating func sort(
    _ table: Table
  ) throws(EvaluationError) -> (kinds: [Sorted], strays: [Finding]) {
    let format = match.format
    if format.rowKinds.isEmpty {
      return ([Sorted(table: table, records: format.records.indices)], [])
    }
    current.table = table
    defer { current.table = nil }
    var rows: [[Int]] = format.rowKinds.map { _ in [] }
    var strays: [Finding] = []
    for row in 0..<table.rowCount {
      guard let kind = try kind(of: row) else {
        strays.append(stray(row, of: table))
        continue
      }
      rows[kind].append(row)
    }
    strayCount += strays.count
    let sorted = zip(format.rowKinds, rows).filter { !$1.isEmpty }.map { kind, rows in
      Sorted(table: table.taking(rows), records: kind.records)
    }
    return (sorted, strays)
  }

  private func kind(of row: Int) throws(EvaluationError) -> Int? {
    for (kind, question) in questions.enumerated() {
      guard let question else { return kind }
      if try question.answer(row: row) == .yes { return kind }
    }
    return nil
  }

  private func stray(_ row: Int, of table: Table) -> Finding {
    let problem = CellProblem.rowOfNoKind
    return Finding(
      row: Int(table.rowNumbers[row]), columnIndex: 0, column: match.titles.first ?? "",
      rule: problem.rule, severity: .error, value: table.text(row: row, column: 0),
      expected: problem.expected, message: problem.message, help: problem.help)
  }

  /// What became of the question which kind a row is of; nil where the format has no kinds.
  public var outcome: RuleOutcome? {
    match.format.rowKinds.isEmpty
      ? nil
      : RuleOutcome(
        rule: .rowOfNoKind, severity: .error, status: strayCount > 0 ? .failed : .passed,
        count: strayCount)
  }
}
