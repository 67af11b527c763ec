import CEL
import Testing

struct BatchTests {
  private static let course = RecordSchema(
    "course", fields: [("code", .string), ("credits", .int)])

  private static let environment: Environment = {
    var environment = Environment()
    environment.declare(course)
    environment.declare("grade", as: .int)
    environment.declare("program", as: .string)
    environment.declare("courses", as: .list(.record("course")))
    environment.declare("first", as: .record("course"))
    environment.declare("forgotten", as: .int)
    return environment
  }()

  private static func evaluator(_ source: String) throws -> BatchEvaluator {
    let grades: [Int64?] = [9, nil, 12]
    let words = ["5108", "5210"]
    let codes = TextCodes(
      text: { words[Int($0)] }, code: { word in words.firstIndex(of: word).map { Int32($0) } })
    let programs: [Int32?] = [0, 1, nil]
    let fields: [String: Column] = [
      "code": .code(codes) { Int32($0 % 2) }, "credits": .int { $0 == 2 ? nil : Int64($0) },
    ]
    return BatchEvaluator(
      try environment.check(source),
      sources: [
        "grade": .column(.int { grades[$0] }), "program": .column(.code(codes) { programs[$0] }),
        "courses": .records(fields, in: { $0 == 0 ? nil : 0..<$0 }),
        "first": .record(fields, at: { $0 == 0 ? nil : $0 }),
      ])
  }

  @Test(arguments: [
    ("grade > 9", [Answer.no, .none, .yes]), ("program == '5108'", [.yes, .no, .none]),
    ("program in ['5210', 'unknown']", [.no, .yes, .none]),
    ("program == 'unknown'", [.no, .no, .none]),
    ("courses.exists(c, c.code == program)", [.none, .no, .none]),
    ("courses.exists(c, c.credits == 1)", [.none, .no, .yes]),
    ("size(courses) == 1", [.none, .yes, .no]),
    ("has(first.credits)", [.no, .yes, .no]), ("first.code.startsWith('52')", [.none, .yes, .no]),
    ("forgotten == 1 || grade == 9", [.yes, .none, .none]),
    ("first.?credits.hasValue()", [.none, .yes, .no]),
    ("courses.filter(c, c.code == '5108').map(c, c.credits) == [0]", [.none, .yes, .yes]),
    ("program.matches('08$')", [.yes, .no, .none]),
    ("first == course{code: '5210', credits: 1}", [.none, .yes, .no]),
  ])
  func `rows answer from their columns`(source: String, expected: [Answer]) throws {
    let evaluator = try Self.evaluator(source)
    #expect(try (0..<3).map { try evaluator.answer(row: $0) } == expected)
  }

  @Test func `what isn't missing but can't be computed is told`() throws {
    let evaluator = try Self.evaluator("12 / (grade - 9) > 1")
    #expect(try evaluator.answer(row: 0) == .none)
    #expect(evaluator.trouble?.problem == "a number is divided by zero")
    #expect(try evaluator.answer(row: 1) == .none)
    #expect(evaluator.trouble == nil)
  }

  @Test func `an expression without types is evaluated over columns, too`() throws {
    let evaluator = BatchEvaluator(
      try Self.environment.parse("grade == 1 || courses == [first]"),
      sources: [
        "grade": .column(.int { _ in 2 }), "first": .record([:], at: { $0 }),
        "courses": .records([:], in: { $0..<($0 + 1) }),
      ])
    #expect(try evaluator.answer(row: 0) == .yes)
  }

  @Test func `a value can be asked for, and a limit fires`() throws {
    let evaluator = try Self.evaluator("courses.map(c, c.code)")
    #expect(try evaluator.value(row: 2) == .list([.string("5108"), .string("5210")]))
    let limited = BatchEvaluator(
      try Self.environment.check("grade + grade > 1"), sources: [:], costLimit: 3)
    #expect(throws: EvaluationError.self) { try limited.answer(row: 0) }
  }
}
