import CTEModel
import CTERulePack

/// The columns of one table, each parsed once for every form that records want.
struct ParsedColumns {
  let table: Table
  let match: FormatMatch
  let year: FiscalYear
  /// The rules whose words stand for missing values, by the type of the record.
  private let missingRules: [RecordType: Rule]
  private(set) var findings: [Finding] = []
  private(set) var repairs = RepairCounts()
  private var parsed: [Key: (column: RecordBatch.Column, badRows: [Int])] = [:]
  private var reportedMissing: Set<Int> = []
  /// The cells that were reported, by row and column.
  private var reported: Set<Int> = []

  private struct Key: Hashable {
    let column: Int
    let form: CellForm
  }

  init(
    table: Table, match: FormatMatch, year: FiscalYear, missingRules: [RecordType: Rule] = [:]
  ) {
    self.table = table
    self.match = match
    self.year = year
    self.missingRules = missingRules
  }

  mutating func record(_ plan: RecordPlan, keys: inout KeyTables) -> RecordBatch {
    var batch = RecordBatch(
      type: plan.type, columns: Array(repeating: .absent, count: plan.type.fields.count),
      errors: Array(repeating: 0, count: table.rowCount))
    for (index, source) in plan.sources.enumerated() {
      switch source {
      case .cell(let column, let form):
        guard let place = match.places[column] else { continue }
        let (values, badRows) = parsedColumn(place, form, keys: &keys)
        batch.columns[index] = values
        for row in badRows { batch.errors[row] |= 1 << UInt64(index) }
        if plan.required.contains(index) { reportMissing(place, index, in: &batch) }
      case .set(let flags):
        batch.columns[index] = .codes(
          sets(flags, of: index, keys: &keys, errors: &batch.errors))
      case .constant(let word): batch.columns[index] = constant(keys[.word].number(for: word))
      case .year: batch.columns[index] = constant(Int32(year.number))
      case nil: continue
      }
    }
    return batch
  }

  /// Reads the identifiers of a domain alone.
  mutating func readKeys(of domain: KeyDomain, _ plan: RecordPlan, keys: inout KeyTables) {
    for case .cell(let column, let form) in plan.sources.compactMap({ $0 })
    where form.domain == domain {
      if let place = match.places[column] { _ = parsedColumn(place, form, keys: &keys) }
    }
  }

  /// Reports rows with too many cells. Their cells stand in wrong columns, so nothing else is said of them.
  mutating func reportLongRows(in records: inout [RecordBatch]) {
    let broken = Set(table.longRows.map { Int(table.rowNumbers[$0.row]) })
    if !broken.isEmpty { findings.removeAll { broken.contains($0.row) } }
    for (row, count) in table.longRows {
      for place in records.indices { records[place].errors[row] = .max }
      report(.tooManyCells(count, titles: table.columnCount), row: row, column: table.columnCount)
    }
  }

  private func constant(_ code: Int32) -> RecordBatch.Column {
    .codes(Array(repeating: code, count: table.rowCount))
  }

  private mutating func parsedColumn(
    _ place: Int, _ form: CellForm, keys: inout KeyTables
  ) -> (RecordBatch.Column, badRows: [Int]) {
    let key = Key(column: place, form: form)
    if let done = parsed[key] { return done }
    var parser = CellParser(table: table, column: place, year: year)
    let values = parser.parse(form, into: &keys)
    take(parser, parser.problems, place)
    let done = (values, parser.problems.map(\.row))
    parsed[key] = done
    return done
  }

  /// Takes over what a parser found. A cell that two records read is reported and repaired once.
  private mutating func take(
    _ parser: CellParser, _ problems: [CellParser.Problem], _ place: Int
  ) {
    for (row, problem) in problems
    where reported.insert(row * match.titles.count + place).inserted {
      report(problem, row: row, column: place)
    }
    if let repair = parser.repair { repairs.set(repair, column: place) }
  }

  /// Reports cells without a value in columns that no record of the format reads: they tell the kinds of rows apart.
  mutating func reportUnread(in records: inout [RecordBatch]) {
    let read = match.format.columnsOfRecords
    for (column, place) in match.places.enumerated() {
      guard let place, match.format.columns[column].field != nil, !read.contains(column) else {
        continue
      }
      let parser = CellParser(table: table, column: place, year: year)
      take(parser, parser.problems, place)
      for (row, _) in parser.problems {
        for record in records.indices { records[record].errors[row] = .max }
      }
    }
  }

  private mutating func reportMissing(
    _ place: Int, _ field: Int, in batch: inout RecordBatch
  ) {
    let isFirst = reportedMissing.insert(place).inserted
    for row in 0..<table.rowCount
    where table.cells[row * table.columnCount + place].length == 0 {
      batch.errors[row] |= 1 << UInt64(field)
      guard isFirst else { continue }
      let problem = missingRules[batch.type].map(CellProblem.missing(as:)) ?? .missing
      report(problem, row: row, column: place)
    }
  }

  /// Returns the sets that columns of yes and no make, and marks rows in which one says neither.
  private mutating func sets(
    _ flags: [SetColumn], of field: Int, keys: inout KeyTables, errors: inout [UInt64]
  ) -> [Int32] {
    var bits = Array(repeating: UInt64(0), count: table.rowCount)
    for (bit, flag) in flags.enumerated() {
      guard let place = match.places[flag.column] else { continue }
      for (row, answer) in answers(of: flag, at: place, field: field, errors: &errors).enumerated()
      where answer == 1 {
        bits[row] |= 1 << UInt64(bit)
      }
    }
    var codes: [UInt64: Int32] = [0: missingCode]
    return bits.map { bits in
      if let code = codes[bits] { return code }
      let words = flags.indices.filter { bits & (1 << UInt64($0)) != 0 }.map { flags[$0].word }
      let code = keys[.word].number(for: words.sorted().joined(separator: ","))
      codes[bits] = code
      return code
    }
  }

  private mutating func answers(
    of flag: SetColumn, at place: Int, field: Int, errors: inout [UInt64]
  ) -> [Int32] {
    var parser = CellParser(table: table, column: place, year: year)
    let no = flag.otherwise.map { [(text: $0, code: Int32(0))] } ?? []
    let answers = parser.choices([(text: flag.text, code: 1)] + no)
    // Where any other text says no, blanks that nobody sees must not turn yes into it.
    let problems = parser.problems.filter { row, problem in
      flag.otherwise != nil || problem.rule != .cellNotListed
        || table.text(row: row, column: place).withoutBlanks == flag.text
    }
    for (row, _) in problems { errors[row] |= 1 << UInt64(field) }
    take(parser, problems, place)
    return answers
  }

  private mutating func report(_ problem: CellProblem, row: Int, column: Int) {
    let isTitled = column < match.titles.count
    findings.append(
      Finding(
        row: Int(table.rowNumbers[row]), columnIndex: column,
        column: isTitled ? match.titles[column] : "", rule: problem.rule, severity: .error,
        value: isTitled ? table.text(row: row, column: column) : "", expected: problem.expected,
        message: problem.message, help: problem.help, officialName: problem.officialName))
  }
}

extension ImportFormat {
  /// The columns from which records take values, by their place in the format.
  fileprivate var columnsOfRecords: Set<Int> {
    Set(
      records.flatMap(\.sources).flatMap { source -> [Int] in
        switch source {
        case .cell(let column, _): [column]
        case .set(let flags): flags.map(\.column)
        case .constant, .year, nil: []
        }
      })
  }
}

extension CellForm {
  /// The domain of the identifiers that are read; nil where none are.
  fileprivate var domain: KeyDomain? {
    switch self {
    case .digits(_, _, let domain), .name(_, _, let domain), .pattern(_, _, let domain): domain
    case .words: .word
    case .boolean, .day, .year, .integer, .hundredths, .text: nil
    }
  }
}
