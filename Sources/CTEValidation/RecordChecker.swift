import CEL
public import CTEModel
public import CTERulePack

/// Checks the records of a file, batch by batch: every rule in a row, against the store, and within the file.
///
/// One cause makes one finding: a rule is skipped on a row where a value it reads already carries an error, where a value
/// it needs is missing, or where a rule that it stands after didn't pass.
public struct RecordChecker {
  let definition: RecordDefinition
  let pack: RulePack
  let match: FormatMatch
  let plan: RecordPlan
  let frame: Frame
  let messages: MessageWriter
  let cellWriter: MessageWriter
  /// The fields that are stored, by their place in the type.
  let storedFields: [Int]
  let derived: [(field: Int, path: FieldPath)]
  var programs: [RuleProgram]
  /// Judges how records stand to each other, once all rules were asked.
  public let admission: Admission

  /// Creates a checker for one record of a format.
  ///
  /// - Parameters:
  ///   - plan: The record as the format makes it.
  ///   - match: The format and where its columns stand in the file.
  ///   - pack: The pack.
  ///   - today: The day that rules call `today`.
  ///   - reference: The records that are there already; nil to check without a store, when rules that need one don't apply.
  ///   - identities: The identities of stored records, if repetitions are refused.
  ///   - keys: The identifiers known so far.
  public init(
    plan: RecordPlan, match: FormatMatch, pack: RulePack, today: CalendarDay,
    reference: ReferenceData?, identities: StoredIdentities?, keys: KeyTables
  ) {
    guard let definition = pack.records[plan.type] else {
      preconditionFailure("a pack has a definition of every record type")
    }
    self.definition = definition
    self.pack = pack
    self.match = match
    self.plan = plan
    storedFields = definition.storedFields(of: plan, in: match)
    derived = definition.derived.compactMap { name, path in
      // What the file brings itself isn't derived.
      definition.type.index(of: name).flatMap { match.carries($0, of: plan) ? nil : ($0, path) }
    }.sorted { $0.field < $1.field }
    frame = Frame(
      type: definition.type,
      indexes: definition.lookups.map { lookup in
        reference?.tables[lookup.name].map {
          LookupIndex(lookup, table: $0, isOfOneYear: lookup.year(of: pack) != nil)
        }
      })
    messages = MessageWriter(
      definition: definition, year: pack.year,
      columns: plan.sources.indices.map { match.column(of: $0, in: plan) })
    cellWriter = messages.ofCells(in: pack)
    let scope = Self.scope(definition, plan, match, pack, reference)
    programs = RuleProgram.programs(
      of: pack, in: scope,
      reading: RuleSources(
        definition: definition, frame: frame, year: pack.year, today: today,
        language: pack.language, keys: keys))
    let comparesIdentities = definition.repetition.comparesIdentities && scope.knowsIdentities
    admission = Admission(
      of: definition, storing: storedFields,
      among: comparesIdentities ? identities ?? StoredIdentities() : nil, in: frame, of: pack,
      isTrusted: match.format.isTrusted)
  }

  private static func scope(
    _ definition: RecordDefinition, _ plan: RecordPlan, _ match: FormatMatch, _ pack: RulePack,
    _ reference: ReferenceData?
  ) -> RuleScope {
    var carried: UInt64 = 0
    for (index, field) in definition.type.fields.enumerated()
    where match.carries(index, of: plan) || definition.derived[field.name] != nil {
      carried |= 1 << UInt64(index)
    }
    return RuleScope(
      definition: definition, carried: carried,
      lookups: Set(reference?.tables.keys.map { $0 } ?? []),
      hasStore: reference?.isOfStore ?? false, isTrusted: match.format.isTrusted,
      language: pack.language, year: pack.year)
  }

  /// What became of the rules so far, in the order in which they are asked.
  public var outcomes: [RuleOutcome] {
    let repetitionRules = admission.repetitionRules
    return programs.map { program in
      var program = program
      // Every record that took its identity was no repetition.
      if repetitionRules.contains(program.rule.id) { program.passedCount += admission.takenCount }
      return program.outcome
    }
  }

  /// Asks every rule of every row, marks the fields at fault, and fills in the fields that are derived from look-ups.
  ///
  /// - Returns: What is wrong, by row.
  /// - Throws: `RuleError` where a rule would cost more than it may.
  public mutating func check(
    _ batch: inout RecordBatch, of table: Table, keys: borrowing KeyTables
  ) throws(RuleError) -> [Finding] {
    frame.load(batch, table: table)
    frame.resolveLookups(
      count: table.rowCount, lookups: definition.lookups, year: Int32(pack.year.number))
    derive(&batch, count: table.rowCount)
    var findings: [Finding] = []
    try withUnsafePointer(to: keys) { pointer throws(RuleError) in
      frame.keys = pointer
      defer { frame.keys = nil }
      var passed: [[Bool]] = []
      for program in programs.indices {
        passed.append(try ask(program, &batch.errors, passed, table, keys, &findings))
      }
    }
    admission.begin(batch, of: table)
    return findings
  }

  /// Asks one rule of every row, and returns for each row whether the rules that stand after it may go on.
  private mutating func ask(
    _ place: Int, _ errors: inout [UInt64], _ passed: [[Bool]], _ table: Table,
    _ keys: borrowing KeyTables, _ findings: inout [Finding]
  ) throws(RuleError) -> [Bool] {
    let program = programs[place]
    if !program.isAsked { return Array(repeating: true, count: table.rowCount) }
    var open = rows(for: program, errors, passed)
    let answers = try answers(to: program, where: open, of: table)
    let blamed = program.rule.severity == .error ? program.blamed : 0
    var failed = 0
    var succeeded = 0
    for row in 0..<table.rowCount where open[row] {
      switch answers[row] {
      case .yes: succeeded += 1
      case .none: open[row] = isUnjudged(program, row)
      case .no:
        open[row] = false
        failed += 1
        findings.append(finding(program.rule, row: row, table: table, keys: keys))
        errors[row] |= blamed
      }
    }
    programs[place].failedCount += failed
    programs[place].passedCount += succeeded
    note(place)
    return open
  }

  /// Returns for each row whether a rule is asked: what it reads carries no error, and what it stands after passed.
  private func rows(
    for program: RuleProgram, _ errors: [UInt64], _ passed: [[Bool]]
  ) -> [Bool] {
    let inputs = program.inputs
    var open = errors.map { $0 & inputs == 0 }
    for earlier in program.after {
      for row in open.indices where !passed[earlier][row] { open[row] = false }
    }
    return open
  }

  /// Whether a look-up found nothing for a row in a list that is only a part, which keeps no other rule from being asked.
  private func isUnjudged(_ program: RuleProgram, _ row: Int) -> Bool {
    guard case .presence(let lookup) = program.kind else { return false }
    return frame.lows[lookup].base[row] == Frame.unjudged
  }

  /// Keeps for how many rows a rule has no answer where that isn't because something is missing, and why.
  private mutating func note(_ place: Int) {
    guard case .question(let evaluator) = programs[place].kind else { return }
    programs[place].troubleCount += evaluator.troubles.count
    programs[place].trouble =
      programs[place].trouble ?? evaluator.troubles.first?.error.problem
  }

  private func answers(
    to program: RuleProgram, where isAsked: [Bool], of table: Table
  ) throws(RuleError) -> [Answer] {
    switch program.kind {
    case .question(let evaluator):
      do throws(RowTrouble) {
        return try evaluator.answers(rows: 0..<table.rowCount, where: isAsked)
      } catch {
        throw RuleError(program.rule.id, row: Int(table.rowNumbers[error.row]), error.error)
      }
    case .presence(let lookup): return (0..<table.rowCount).map(presence(of: lookup))
    case .absence(let lookup):
      let presence = presence(of: lookup)
      return (0..<table.rowCount).map { presence($0).opposite }
    case .afterwards, .notApplicable: return []
    }
  }

  /// Asks whether a look-up finds a record.
  private func presence(of lookup: Int) -> (Int) -> Answer {
    let isHistory = isHistory(for: definition.lookups[lookup])
    let lows = frame.lows[lookup].base
    let highs = frame.highs[lookup].base
    return { row in
      if lows[row] < 0 || isHistory(row) { return .none }
      return lows[row] < highs[row] ? .yes : .no
    }
  }

  private func derive(_ batch: inout RecordBatch, count: Int) {
    for (field, path) in derived {
      let source = frame.source(
        of: path, lookups: definition.lookups, year: Int32(pack.year.number))
      let isHistory = isHistory(for: definition.lookups.first { path.reads($0) })
      let codes = (0..<count).map { isHistory($0) ? missingCode : source($0) }
      batch.columns[field] = .codes(codes)
      frame.fields[field].copy(codes)
    }
  }

  /// Whether a row that is loaded as it is belongs to another year than the one of which a look-up finds records.
  ///
  /// Lists change every year, so this year's list says nothing about such a row.
  private func isHistory(for lookup: Lookup?) -> (Int) -> Bool {
    guard match.format.isTrusted, lookup?.year(of: pack) != nil,
      let yearField = definition.type.index(of: "year")
    else { return { _ in false } }
    let years = frame.fields[yearField].base
    let year = Int32(pack.year.number)
    return { years[$0] != year }
  }

  func finding(_ rule: Rule, row: Int, table: Table, keys: borrowing KeyTables) -> Finding {
    let column = rule.blames.lazy.compactMap { [match, plan] in match.column(of: $0, in: plan) }
      .first
    let expected = rule.expected.map { messages.text($0, row: row, frame: frame, keys: keys) }
    return Finding(
      row: Int(table.rowNumbers[row]), columnIndex: column ?? 0,
      column: column.map { match.titles[$0] } ?? "", rule: rule.id, severity: rule.severity,
      value: column.map { table.text(row: row, column: $0) } ?? "", expected: expected,
      message: messages.text(rule.message, row: row, frame: frame, keys: keys), help: rule.help,
      officialName: rule.officialName)
  }
}

extension Answer {
  fileprivate var opposite: Answer {
    switch self {
    case .yes: .no
    case .no: .yes
    case .none: .none
    }
  }
}
