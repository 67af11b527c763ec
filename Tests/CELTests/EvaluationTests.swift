import Testing

@testable import CEL

struct EvaluationTests {
  static let declarations = Declarations(
    variables: [
      "this": .record("student"), "name": .string, "grade": .int, "passed": .bool,
      "born": .timestamp, "tags": .list(.string), "courses": .list(.record("course")),
      "absent": .bool,
    ],
    records: [
      "student": ["name": .string, "grade": .int, "nick": .string],
      "course": ["code": .string, "credits": .int],
    ])

  static let variables: [String: Value] = [
    "this": .record(["name": .string("Avery"), "grade": .int(11)]),
    "name": .string("Avery"), "grade": .int(11), "passed": .bool(true),
    "born": .timestamp(0), "tags": .list([.string("a"), .string("b")]),
    "courses": .list([
      .record(["code": .string("C1"), "credits": .int(1)]), .record(["code": .string("C2")]),
    ]),
  ]

  @Test(arguments: [
    ("1 + 2 * 3 == 7", true), ("-(2 - 5) == 3", true), ("!passed || grade > 10", true),
    ("grade >= 11 && grade <= 11 && grade < 12 && !(grade != 11)", true),
    ("name == 'Avery' ? grade == 11 : passed", true), ("name < \"Blake\"", true),
    ("'b' in tags", true), ("grade in [9, 10]", false), ("[] == [] || true", nil),
    ("name.startsWith('Av') && name.endsWith('ry') && name.contains('ver')", true),
    ("size(name) == 5 && size(tags) == 2 && tags.size() == 2", true),
    ("courses.exists(c, c.code == 'C1' && c.credits == 1)", true),
    ("courses.all(c, c.code.startsWith('C'))", true),
    ("courses.exists_one(c, c.code == 'C2')", true),
    ("courses.exists(c, courses.all(d, d.code == c.code))", false),
    ("has(this.nick)", false), ("has(this.name) && this.name == name", true),
    ("born < timestamp('1970-01-02T00:00:00Z')", true),
    ("\"a\\\"b\\n\" == 'a\"b\\n'", true), ("true // what follows is a remark", true),
  ])
  func `an expression has its value`(source: String, expected: Bool?) throws {
    guard let expected else {
      #expect(throws: SourceIssues.self) { try CheckedExpression(source, in: Self.declarations) }
      return
    }
    let expression = try CheckedExpression(source, in: Self.declarations)
    #expect(try expression.value(over: Self.variables) == .bool(expected))
  }

  @Test(arguments: [
    ("absent && false", false), ("false && absent", false), ("absent || true", true),
    ("true || absent", true), ("courses.exists(c, c.credits == 1)", true),
    ("courses.all(c, c.credits == 2)", false),
  ])
  func `what decides an answer decides it from either side of what is missing`(
    source: String, expected: Bool
  ) throws {
    let expression = try CheckedExpression(source, in: Self.declarations)
    #expect(try expression.value(over: Self.variables) == .bool(expected))
  }

  @Test(arguments: [
    ("absent || false", EvaluationError.missing("absent")),
    ("this.nick == name", .missing("nick")),
    ("courses.exists(c, c.credits == 2)", .missing("credits")),
    ("grade * 9223372036854775807 > 0", .overflow),
  ])
  func `an expression that needs what is missing has no value`(
    source: String, expected: EvaluationError
  ) throws {
    let expression = try CheckedExpression(source, in: Self.declarations)
    #expect(throws: expected) { try expression.value(over: Self.variables) }
  }

  @Test(arguments: [
    ("enrolled", "1:1: undeclared name 'enrolled'"),
    ("grad > 1", "1:1: undeclared name 'grad'; did you mean 'grade'?"),
    ("true &&\n this.nam == name", "2:7: student has no field 'nam'; did you mean 'name'?"),
    ("name == 1", "1:6: '==' doesn't take (string, int)"),
    ("name.startWith('A')", "1:6: unknown function 'startWith'; did you mean 'startsWith'?"),
    ("grade > ", "1:9: expected a value, found the end"),
    ("(grade > 1", "1:11: expected ')', found the end"),
    ("name == 'Avery", "1:9: the text that begins here has no closing '"),
    (
      "courses.exists(c.code == 'C1')",
      "1:9: exists() takes a name and a condition, such as (e, e.year == year)"
    ),
    ("courses.all(c, c.code)", "1:18: a condition is a bool, not a string"),
    ("has(grade)", "1:1: has() takes a field, such as has(this.day)"),
    ("[this].exists(s, s.grade > 1)", "1:1: a list holds single values, not a student"),
    ("tags.exists(t, t == 'a')", "1:6: exists() asks a list of records, not a list(string)"),
    ("grade # 2", "1:7: unexpected '#'"),
    ("99999999999999999999 > 1", "1:1: '99999999999999999999' is no whole number of 64 bits"),
    (
      "born < timestamp('2022-02-30T00:00:00Z')",
      "1:8: timestamp() takes a day such as \"2022-07-01T00:00:00Z\""
    ),
  ])
  func `a mistake is told with its place and the nearest name`(source: String, expected: String) {
    let issues = #expect(throws: SourceIssues.self) {
      try CheckedExpression(source, in: Self.declarations)
    }
    #expect(issues?.description == expected)
  }

  @Test func `all mistakes of an expression are told at once`() {
    let issues = #expect(throws: SourceIssues.self) {
      try CheckedExpression("grad > 1 && pased", in: Self.declarations)
    }
    #expect(issues?.issues.map(\.column) == [1, 13])
  }

  @Test(arguments: ["(", "!", "passed || ", "grade + ", "passed ? passed : "])
  func `nesting without end is refused, not followed`(part: String) {
    let source = String(repeating: part, count: 20_000) + "passed"
    #expect(throws: SourceIssues.self) { try CheckedExpression(source, in: Self.declarations) }
  }
}
