import CEL
import CTETestKit
import Testing

struct BatchAnswerTests {
  private static let course = RecordSchema(
    "course",
    fields: [("code", .string), ("credits", .double), ("day", .timestamp), ("passed", .bool)])

  private static let environment: Environment = {
    var environment = Environment()
    environment.declare(course)
    for name in ["grade", "year", "plain"] { environment.declare(name, as: .int) }
    for name in ["code", "other", "word"] { environment.declare(name, as: .string) }
    environment.declare("passed", as: .bool)
    environment.declare("credits", as: .double)
    environment.declare("day", as: .timestamp)
    environment.declare("any", as: .dynamic)
    for name in ["this", "first"] { environment.declare(name, as: .record("course")) }
    environment.declare("courses", as: .list(.record("course")))
    environment.declare("limits", as: .list(.string))
    environment.declare("forgotten", as: .int)
    return environment
  }()

  private static let missing: Int32 = -1
  private static let words = ["IC01", "IC02", "AC01", "IC01-é", "AC0199", ""]

  private static func numbers(
    _ range: ClosedRange<Int32>, _ count: Int, _ random: inout SeededGenerator
  ) -> Cells {
    Cells(
      (0..<count).map { _ in
        Int.random(in: 0..<6, using: &random) == 0 ? missing : .random(in: range, using: &random)
      })
  }

  /// The columns of records, packed.
  private static func fields(
    _ count: Int, _ codes: TextCodes, _ random: inout SeededGenerator
  ) -> [String: Column] {
    let contents: [(String, PackedColumn.Content, ClosedRange<Int32>)] = [
      ("code", .text(codes), 0...5), ("credits", .hundredths, 0...200),
      ("day", .days(epoch: 10), 18_000...18_004), ("passed", .bool, 0...1),
    ]
    return Dictionary(
      uniqueKeysWithValues: contents.map { name, content, range in
        let cells = numbers(range, count, &random)
        return (name, .packed(PackedColumn(cells, of: content, missing: missing)))
      })
  }

  /// Rows with values that are sometimes missing, and records that they find.
  private static func sources(seed: UInt64, count: Int) -> [String: Source] {
    var random = SeededGenerator(seed: seed)
    let codes = TextCodes(
      text: { words[Int($0)] },
      // The last texts count as unknown when expressions are compiled.
      code: { word in words.prefix(3).firstIndex(of: word).map { Int32($0) } })
    let own = fields(count, codes, &random)
    let found = fields(30, codes, &random)
    let lows = (0..<count).map { _ in Int32.random(in: -2...20, using: &random) }
    let highs = lows.map { max($0, 0) + .random(in: 0...5, using: &random) }
    let ranges = RowRanges(from: Cells(lows), to: Cells(highs))
    let grades = numbers(7...12, count, &random)
    let others = numbers(0...5, count, &random)
    let plain = (0..<count).map { _ in Int64.random(in: 7...12, using: &random) }
    return own.mapValues { Source.column($0) }.merging([
      "grade": .column(.packed(PackedColumn(grades, of: .int, missing: missing))),
      "other": .column(.packed(PackedColumn(others, of: .text(codes), missing: missing))),
      "year": .constant(9), "limits": .constant(.list(["IC01", "AC0199"])), "any": .constant(10),
      "plain": .column(.int { plain[$0] == 9 ? nil : plain[$0] }),
      "word": .column(.code(codes) { $0 % 7 == 6 ? nil : Int32($0 % 7 % 6) }),
      "this": .ownRecord(own), "first": .firstRecord(found, in: ranges),
      "courses": .recordRanges(found, in: ranges),
    ]) { $1 }
  }

  static let questions = [
    "passed && credits >= 1.0 && code.startsWith('IC')", "passed", "!passed || grade > 9",
    "grade >= 11", "11 > grade", "grade == 9", "grade != 9", "grade <= year",
    "grade < 1000000000000",
    "grade > -1000000000000 && grade != 9223372036854775807", "grade >= 9.5", "grade == plain",
    "grade > 9 ? passed : credits < 0.5", "grade > 9 ? code == 'IC01' : other.size() / 0 > 1",
    "credits == 1.0", "credits != 0.005", "credits < 0.0 / 0.0", "credits != 0.0 / 0.0",
    "credits > -1.0 / 0.0", "credits <= 1.005", "day <= timestamp('2019-04-15T00:00:00Z')",
    "day == timestamp('2019-04-05T12:00:00Z')", "day < timestamp('2019-04-05T00:00:00.5Z')",
    "day >= first.day", "first.day > day || passed", "code == other", "other != code",
    "code == 'IC02'", "'AC0199' == code", "code != 'nobody'", "code < other", "code in limits",
    "code in ['AC01', 'nobody']", "code.matches('^IC[0-9]+$')", "size(code) == 4",
    "code.contains('C0') && other.endsWith('1')", "int(code.substring(2, 4)) == 1",
    "code.substring(5) != 'x' || passed", "has(this.code)", "has(first.code) && has(this.day)",
    "!has(first.credits) || first.credits >= 0.5", "this.code == first.code", "this.passed",
    "has(this.code) ? this.code == 'IC01' : true", "first.passed == passed", "passed != true",
    "passed == (grade > 9)", "year == 9 && passed", "true || passed", "passed && false",
    "word == 'IC01'", "word == code",
    "word.startsWith('IC') || passed", "word in limits", "plain > 9", "9 >= plain",
    "plain == plain",
    "12 / (grade - 9) > 1", "passed || 12 / (grade - 9) > 1", "12 / (grade - 9) > 1 && passed",
    "forgotten == 1 || passed", "passed && forgotten == 1", "any == grade", "any > 9 && passed",
    "size(courses) > 1", "courses.size() == 0 || passed", "courses.exists(c, c.code == code)",
    "courses.exists(c, c.code == code && c.credits >= 0.5)", "courses.exists(c, c.passed)",
    "courses.exists(c, c.passed && 'IC02' == c.code)", "courses.exists(c, c.code == first.code)",
    "courses.exists(c, c.day == day || c.passed)", "courses.all(c, c.code != code)",
    "courses.exists(c, c.credits < credits)", "courses.exists_one(c, c.code == code) || passed",
    "courses.exists(c, c.code in limits)", "courses.exists(c, c.code == 'AC0199')",
    "cel.bind(x, code, x == 'IC01' && passed)", "[passed, true].exists(x, !x)",
    "code + other == ''",
    "dyn(passed) || grade == 9", "first == this", "courses.map(c, c.code) == [code]",
  ]

  private struct Trouble: Equatable {
    let row: Int
    let error: EvaluationError

    init(row: Int, error: EvaluationError) { (self.row, self.error) = (row, error) }

    init(_ trouble: RowTrouble) { self.init(row: trouble.row, error: trouble.error) }
  }

  /// What evaluating rows one by one comes to: answers, troubles, and the row that costs more than it may.
  private static func oneByOne(
    _ evaluator: BatchEvaluator, _ rows: Range<Int>, _ isAsked: [Bool]
  ) -> (answers: [Answer], troubles: [Trouble], end: Trouble?) {
    var (answers, troubles): ([Answer], [Trouble]) = ([], [])
    for (row, isAsked) in zip(rows, isAsked) {
      do throws(EvaluationError) {
        answers.append(isAsked ? try evaluator.answer(row: row) : .none)
        if isAsked, let error = evaluator.trouble {
          troubles.append(Trouble(row: row, error: error))
        }
      } catch {
        return ([], troubles, Trouble(row: row, error: error))
      }
    }
    return (answers, troubles, nil)
  }

  private static func expectAgreement(
    _ source: String, _ sources: [String: Source], _ rows: Range<Int>, _ isAsked: [Bool]? = nil,
    limit: UInt64 = Evaluator.defaultCostLimit
  ) throws -> Set<Answer> {
    let evaluator = BatchEvaluator(
      try environment.check(source), sources: sources, costLimit: limit)
    let expected = oneByOne(evaluator, rows, isAsked ?? rows.map { _ in true })
    do throws(RowTrouble) {
      let answers = try evaluator.answers(rows: rows, where: isAsked)
      #expect(answers == expected.answers && expected.end == nil, "\(source), limit \(limit)")
      #expect(evaluator.troubles.map { Trouble($0) } == expected.troubles, "\(source)")
      return Set(answers)
    } catch {
      #expect(Trouble(error) == expected.end, "\(source), limit \(limit)")
      return []
    }
  }

  @Test(arguments: questions)
  func `many rows at once are answered as one by one`(source: String) throws {
    for seed in 1...2 as ClosedRange<UInt64> {
      let sources = Self.sources(seed: seed, count: 1100)
      var random = SeededGenerator(seed: seed)
      let isAsked = (0..<1100).map { _ in Bool.random(using: &random) }
      _ = try Self.expectAgreement(source, sources, 0..<1100)
      _ = try Self.expectAgreement(source, sources, 0..<1100, isAsked)
      _ = try Self.expectAgreement(source, sources, 1000..<1017)
      _ = try Self.expectAgreement(source, sources, 3..<5)
      _ = try Self.expectAgreement(source, sources, 7..<7)
    }
  }

  @Test(arguments: questions)
  func `a limit fires at the same row as one by one`(source: String) throws {
    let sources = Self.sources(seed: 3, count: 40)
    for limit in (0...40).map({ UInt64($0) }) + [60, 100, 200, 1000] {
      _ = try Self.expectAgreement(source, sources, 0..<40, limit: limit)
    }
  }

  @Test func `rows that aren't asked may cost what they like, and make no trouble`() throws {
    let sources = Self.sources(seed: 1, count: 64)
    let evaluator = BatchEvaluator(
      try Self.environment.check("12 / (plain - plain) > 1"), sources: sources, costLimit: 5)
    let nobody = Array(repeating: false, count: 64)
    #expect(try evaluator.answers(rows: 0..<64, where: nobody).allSatisfy { $0 == .none })
    #expect(evaluator.troubles.isEmpty)
  }

  @Test func `whom one call leaves out, the next may ask`() throws {
    let evaluator = BatchEvaluator(
      try Self.environment.check("plain > 0"), sources: ["plain": .column(.int { _ in 1 })])
    for isAsked in [nil, Array(repeating: false, count: 20), nil] as [[Bool]?] {
      let answers = try evaluator.answers(rows: 0..<20, where: isAsked)
      #expect(Set(answers) == [isAsked == nil ? .yes : .none])
    }
  }

  @Test func `cells may change and move between batches, and texts come to know numbers`() throws {
    var words = ["IC01"]
    let codes = TextCodes(text: { words[Int($0)] }, code: { _ in nil })
    let (first, second) = (Cells(Array(repeating: 0, count: 20)), Cells([]))
    let column = PackedColumn(first, of: .text(codes), missing: -1)
    let evaluator = BatchEvaluator(
      try Self.environment.check("code.startsWith('AC')"),
      sources: ["code": .column(.packed(column))])
    #expect(try Set(evaluator.answers(rows: 0..<20)) == [.no])
    words.append("AC01")
    let owner = [Int32](repeating: 1, count: 30)
    try owner.withUnsafeBufferPointer { numbers in
      first.move(to: try #require(numbers.baseAddress), of: second)
      #expect(try Set(evaluator.answers(rows: 0..<30)) == [.yes])
    }
  }

  @Test func `a text is judged once`() throws {
    var count = 0
    let codes = TextCodes(
      text: { code in
        count += 1
        return Self.words[Int(code)]
      }, code: { _ in nil })
    let cells = Cells((0..<6000).map { Int32($0 % 6) })
    let evaluator = BatchEvaluator(
      try Self.environment.check("code.matches('^IC')"),
      sources: ["code": .column(.packed(PackedColumn(cells, of: .text(codes), missing: -1)))])
    for _ in 1...3 { _ = try evaluator.answers(rows: 0..<6000) }
    #expect(count == 6)
  }
}
