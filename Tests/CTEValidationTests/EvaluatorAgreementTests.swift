import CEL
import CTEModel
import Testing

@testable import CTERulePack
@testable import CTEValidation

struct EvaluatorAgreementTests {
  @Test(arguments: [
    "this.year == year", "year in [2025, this.year]", "passed",
    "day <= today || certificateNumber == 'x'", "!passed || has(this.day)",
    "passed == (day > today)", "day <= today && day >= timestamp('2021-08-01T00:00:00Z')",
    "student == 'st-3'", "'nobody' == student", "student != person.id", "program == course",
    "school == provider", "category in ['wo-1', 'wo-2', credentialCode]",
    "person.birthDay == studentBirthDay", "has(person.birthDay) && person.birthDay < today",
    "has(person.birthDay)", "person.lastName.startsWith('wo')", "has(listed.title)",
    "'homeless' in person.specialPopulations", "size(person.specialPopulations) == 2",
    "certificateNumber.contains('certificate')", "has(this.certificateNumber) || passed",
    "size(certificateNumber) + size(student) > 10", "certificateNumber.endsWith('1')",
    "enrollments.exists(e, e.program == program)", "enrollments.all(e, e.course != course)",
    "enrollments.exists_one(e, e.program == program && e.term == 'wo-2')",
    "enrollments.exists(e, enrollments.all(f, f.course == e.course || f.term != e.term))",
    "enrollments.exists(e, enrollments.exists(e, enrollments.exists(f, f.course == e.course && f.term != e.term)))",
    "credential == 'cr-2' || category != 'wo-1'", "size(enrollments) >= 2",
    "enrollments.exists(e, has(e.provider) && e.isCurrent)",
    "listing.credential == 'cr-2'", "listed.title == 'wo-4' || listing.category == category",
    "passed ? day > today : year == this.year", "(passed ? student : program) == 'pr-1'",
    "(passed ? 1 : year) > 2000", "-year + 2 * year == 2026", "credentialCode < 'cr-4'",
    "enrollments.filter(e, e.program == program).size() > 1",
    "person.lastName.matches('^wo-[1-3]$')",
    "enrollments.filter(e, e.program == program).exists(x, x.course == course)",
    "enrollments.size() > 0 && enrollments[0].school == school",
    "enrollments.map(e, has(e.credits) ? e.credits : 0.0).exists(c, c >= 0.02)",
    "(this.?certificateNumber).orValue('none') == 'none'", "credentialCode in ['cr-1', 'nobody']",
    "!(student == 'st-1') && (program == 'pr-1' || school == 'or-2' || passed)",
  ])
  func `columns and plain values give the same answers`(source: String) throws {
    var answers: Set<Answer> = []
    for seed in 1...20 as ClosedRange<UInt64> {
      let world = World(seed: seed, rowCount: 50)
      let lookups = World.definition.lookups
      let expression = try PackLanguage().environment(for: World.definition).check(source)
      let frame = Frame(
        type: .credentialAttempt,
        indexes: lookups.map { lookup in
          world.reference.tables[lookup.name].map {
            LookupIndex(
              lookup, table: Self.needed($0, of: lookup, by: expression), isOfOneYear: false)
          }
        })
      let sources = RuleSources(
        definition: World.definition, frame: frame, year: World.year,
        today: CalendarDay(ordinal: 738_002), language: PackLanguage(), keys: world.keys)
      let fast = sources.evaluator(of: expression)
      try withUnsafePointer(to: world.keys) { keys in
        frame.keys = keys
        // A smaller batch comes first, so that the columns move before the larger one.
        for count in [20, 50] {
          frame.load(world.batch.prefix(count), table: world.table.prefix(count))
          frame.resolveLookups(count: count, lookups: lookups, year: 2026)
          _ = try fast.answers(rows: 0..<count)
        }
        let isAsked = (0..<50).map { $0 % 3 > 0 }
        let together = try fast.answers(rows: 0..<50, where: isAsked)
        for row in 0..<50 {
          let answer = try fast.answer(row: row)
          answers.insert(answer)
          #expect(
            answer == Self.slow(expression, world.variables(row: row)), "seed \(seed), row \(row)")
          #expect(together[row] == (isAsked[row] ? answer : .none), "seed \(seed), row \(row)")
        }
        frame.keys = nil
      }
    }
    // An expression that always has the same answer would prove little.
    #expect(answers.count > 1 || source == "-year + 2 * year == 2026")
  }

  /// Returns the columns that are loaded for an expression, and no others.
  private static func needed(
    _ table: ReferenceTable, of lookup: Lookup, by expression: CheckedExpression
  ) -> ReferenceTable {
    var inputs = RuleInputs(of: World.definition)
    for path in expression.reads { inputs.add(path) }
    for path in World.definition.lookups.flatMap(\.conditions).map(\.value) { inputs.add(path) }
    let fields = (inputs.lookupFields[lookup.name] ?? []).union(lookup.conditions.map(\.field))
    return ReferenceTable(
      columns: table.columns.indices.map { fields.contains($0) ? table.columns[$0] : nil },
      rowCount: table.rowCount)
  }

  private static func slow(_ expression: CheckedExpression, _ variables: [String: Value]) -> Answer
  {
    do {
      return try expression.value(over: variables) == .bool(true) ? .yes : .no
    } catch {
      return .none
    }
  }
}

extension RecordBatch {
  /// The first rows of the batch.
  fileprivate func prefix(_ count: Int) -> RecordBatch {
    let columns = columns.map { column -> Column in
      switch column {
      case .absent: .absent
      case .codes(let codes): .codes(Array(codes.prefix(count)))
      case .texts(let cells): .texts(Array(cells.prefix(count)))
      }
    }
    return RecordBatch(type: type, columns: columns, errors: Array(errors.prefix(count)))
  }
}

extension Table {
  /// The first rows of a table of which only the texts matter.
  fileprivate func prefix(_ count: Int) -> Table {
    Table(
      bytes: bytes, cells: [], columnCount: 0, rowNumbers: Array(rowNumbers.prefix(count)),
      longRows: [])
  }
}
