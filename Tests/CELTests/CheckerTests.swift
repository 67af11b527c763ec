import CEL
import Testing

struct CheckerTests {
  static let environment: Environment = {
    var environment = Environment()
    environment.declare(
      RecordSchema("student", fields: [("name", .string), ("grade", .int), ("nick", .string)]))
    environment.declare("this", as: .record("student"))
    environment.declare("grade", as: .int)
    environment.declare("name", as: .string)
    environment.declare("enrollments", as: .list(.record("student")))
    environment.declare("tags", as: .list(.string))
    return environment
  }()

  @Test(arguments: [
    ("enrolments", "1:1: undeclared name 'enrolments'; did you mean 'enrollments'?"),
    ("true &&\n this.nam == name", "2:7: student has no field 'nam'; did you mean 'name'?"),
    (
      "name == 1",
      "1:6: '==' doesn't take (string, int); a text stands in quotation marks, a number doesn't"
    ),
    (
      "name.startWith('A')",
      "1:6: unknown function 'startWith'; did you mean 'startsWith'?"
    ),
    (
      "grade > 1.5 + 1",
      "1:13: '+' doesn't take (double, int); write whole numbers as 1.0, or double(…)"
    ),
    (
      "name.startsWith(1)",
      "1:6: 'startsWith' doesn't take (string, int); it takes string.startsWith(string)"
    ),
    (
      "startsWith(name, 'a')",
      "1:1: unknown function 'startsWith'; it is a method: it stands after a value and a point"
    ),
    ("math.flor(1.0)", "1:6: unknown function 'math.flor'; did you mean 'math.floor'?"),
    (
      "student == this",
      "1:9: '==' doesn't take (type(student), student); 'student' is a kind of record, not a value"
    ),
    ("grade > ", "1:9: expected a value, found the end"),
    ("(grade > 1", "1:11: expected ')', found the end"),
    ("name == 'Avery", "1:9: the text that begins here has no closing '"),
    ("name = 'A'", "1:6: unexpected '='; did you mean '=='?"),
    (
      "name == “A” && grad > 1",
      "1:9: unexpected '“'; a text stands between \" and \", or ' and '\n1:16: undeclared name 'grad'; did you mean 'grade'?"
    ),
    ("'\\q'", "1:2: unknown escape '\\q'; put r before the text to take backslashes as they are"),
    ("'\\u12'", "1:2: this escape has 4 digits"),
    ("'\\ud800'", "1:2: this escape stands for no character"),
    ("99999999999999999999", "1:1: '99999999999999999999' is no number of 64 bits"),
    ("9223372036854775808", "1:1: '9223372036854775808' is no number of 64 bits"),
    ("1e999 > 12x", "1:1: '1e999' is no number of 64 bits\n1:9: '12x' is no number of 64 bits"),
    ("while + 1", "1:1: 'while' is a word that the language keeps for itself"),
    (
      "tags.exists(t.x)",
      "1:6: exists() takes a name, or two, and a condition, such as (e, e.year == year)"
    ),
    ("tags.all(t, t)", "1:13: a condition is a bool, not a string"),
    ("has(grade)", "1:1: has() takes a field, such as has(this.grade)"),
    ("grade.exists(t, true)", "1:1: exists() asks a list or a map, not int"),
    ("grade ? 1 : 2", "1:1: a condition is a bool, not an int"),
    ("true ? 1 : 'a'", "1:6: both ways of '?:' give values of one type, not int and string"),
    ("grade && true", "1:1: '&&' takes bools, not int"),
    (
      "name.matches('(?=a)')",
      "1:14: in the pattern, character 1: look-ahead (?=...) isn't supported"
    ),
    ("[?1]", "1:3: what follows '?' is optional, not int"),
    ("student{nam: 'A'}", "1:9: student has no field 'nam'; did you mean 'name'?"),
    ("student{name: 1}", "1:15: the field 'name' is string, not int"),
    ("pupil{name: 'A'}", "1:1: unknown record 'pupil'"),
    ("grade.x", "1:7: a value of type int has no field 'x'"),
  ])
  func `a mistake is told with its place and what to do`(source: String, expected: String) {
    let issues = #expect(throws: SourceIssues.self) { try Self.environment.check(source) }
    #expect(issues?.description == expected)
  }

  @Test func `all mistakes of an expression are told at once, those in the writing too`() {
    let issues = #expect(throws: SourceIssues.self) {
      try Self.environment.check("grad > 1 && (name = 'A' || pased) && [1, 2 && foo(")
    }
    #expect(
      issues?.description == """
        1:1: undeclared name 'grad'; did you mean 'grade'?
        1:19: unexpected '='; did you mean '=='?
        1:28: undeclared name 'pased'
        1:38: '&&' takes bools, not list(dyn)
        1:42: '&&' takes bools, not int
        1:47: unknown function 'foo'
        1:51: expected a value, found the end
        """)
  }

  @Test(arguments: [
    ("this.grade + 1", "int"), ("enrollments.map(e, e.name)", "list(string)"), ("[]", "list(dyn)"),
    ("[1, 'a']", "list(dyn)"), ("{'a': [1]}", "map(string, list(int))"),
    ("[1, dyn(2)]", "list(dyn)"),
    ("this.?nick", "optional_type(string)"), ("tags[0]", "string"), ("type(1)", "type(int)"),
    ("[optional.none(), optional.of(1)]", "list(optional_type(int))"), ("dyn(1) + 1", "int"),
    ("student{name: 'A', ?nick: optional.none()}", "student"), ("null", "null"),
    ("timestamp(0) - duration('1s')", "timestamp"), ("tags.transformMap(i, v, i)", "map(int, int)"),
  ])
  func `every expression has a type`(source: String, expected: String) throws {
    #expect(try Self.environment.check(source).type.description == expected)
  }

  @Test(arguments: ["(", "!", "[", "{1:", "- ", "true || ", "grade + ", "true ? true : ", "f("])
  func `nesting without end is refused, not followed`(part: String) {
    let source = String(repeating: part, count: 19_000) + "true"
    #expect(throws: SourceIssues.self) { try Self.environment.check(source) }
  }

  @Test func `a long list of codes and a long chain of conditions are welcome`() throws {
    let codes = (1...5000).map { "'\($0)'" }.joined(separator: ", ")
    #expect(try Self.environment.check("name in [\(codes)]").type == .bool)
    let chain = (1...3000).map { "grade == \($0)" }.joined(separator: " || ")
    #expect(try Self.environment.check(chain).value(over: ["grade": .int(3000)]) == .bool(true))
  }

  @Test(arguments: [
    ("enrollments.exists(e, e.name == name)", [["enrollments", "name"], ["name"]]),
    (
      "enrollments.filter(e, e.grade == 1).map(e, e.name) == tags",
      [["enrollments", "grade"], ["enrollments", "name"], ["tags"]]
    ),
    (
      "enrollments[0].name == enrollments.first().value().nick",
      [["enrollments", "name"], ["enrollments", "nick"]]
    ),
    ("enrollments.filter(e, e.grade == 1) == []", [["enrollments", "grade"], ["enrollments"]]),
    ("size(enrollments) == 1", [["enrollments"]]),
    ("enrollments.exists(e, true)", [["enrollments"]]),
    (
      "has(this.grade) && [this].exists(t, t.name == name)",
      [["this", "grade"], ["this"], ["name"]]
    ),
    ("cel.bind(s, this, s.name) == tags[0]", [["this", "name"], ["tags"]]),
    ("(grade > 1 ? this : this).name == name", [["grade"], ["this"], ["name"]]),
  ])
  func `what an expression reads is known, through macros and functions too`(
    source: String, expected: [[String]]
  ) throws {
    #expect(try Self.environment.check(source).reads == Set(expected))
  }

  @Test(arguments: [
    (
      "grade > 1 and true", "1:11: expected an operator or the end, found 'and'; did you mean '&&'?"
    ),
    ("grade <> 1", "1:7: unexpected '<>'; did you mean '!='?"),
    ("grade => 1", "1:7: unexpected '=>'; did you mean '>='?"),
    ("IF(grade > 1, 2, 3) == 2", "1:1: unknown function 'IF'; write condition ? first : second"),
    (
      "len(name) > TRUE",
      "1:1: unknown function 'len'; did you mean 'size'?\n1:13: undeclared name 'TRUE'; did you mean 'true'?"
    ),
    (
      "name == null",
      "1:6: '==' doesn't take (string, null); whether a field is there is asked with has(this.field)"
    ),
    (
      "timestamp('2026-02-30T00:00:00Z') > timestamp(0)",
      "1:11: the text is no point in time such as 2026-07-01T00:00:00Z"
    ),
    (
      "timestamp(0).getHours('EST') == 1",
      "1:23: there is no such time zone; name one such as America/Phoenix, or an offset such as -07:00"
    ),
    (
      "name.size > 1",
      "1:6: a value of type string has no field 'size'; write size() with parentheses"
    ),
    (
      "grade\u{A0}> 1",
      "1:6: unexpected U+00A0, a non-breaking space; write a plain one"
    ),
    (
      "name.matches('^\\d+$') && grad > 1",
      "1:16: unknown escape '\\d'; put r before the text to take backslashes as they are\n1:26: undeclared name 'grad'; did you mean 'grade'?"
    ),
    (
      "[1 2, 3 4, grad]",
      "1:4: expected ',' or ']', found '2'\n1:9: expected ',' or ']', found '4'\n1:12: undeclared name 'grad'; did you mean 'grade'?"
    ),
    ("{[1]: 2}", "1:2: only bools, whole numbers and texts can be keys, not list(int)"),
    ("student{name: 'A', name: 'B'}", "1:20: the field 'name' stands twice"),
  ])
  func `the habits of other languages are understood, and answered`(
    source: String, expected: String
  ) {
    let issues = #expect(throws: SourceIssues.self) { try Self.environment.check(source) }
    #expect(issues?.description == expected)
  }
}
