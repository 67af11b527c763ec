import CEL
import Testing

struct ExplanationTests {
  private func explanation(of source: String) throws -> Explanation {
    var environment = Environment()
    environment.declare("grade", as: .int)
    environment.declare("program", as: .string)
    environment.declare("gone", as: .int)
    environment.declare("enrollments", as: .list(.map(.string, .string)))
    let evaluator = Evaluator(try environment.check(source), explains: true)
    evaluator["grade"] = .int(11)
    evaluator["program"] = .string("5108")
    evaluator["enrollments"] = .list(
      ["5108", "5210"].map { .map(MapValue(["program": .string($0)])) })
    _ = try? evaluator.value()
    return try #require(evaluator.explanation)
  }

  @Test(arguments: [
    (
      "grade > 11 && program == '5108'",
      """
      grade > 11 && program == "5108" is false
        grade > 11 is false
          grade is 11
      """
    ),
    (
      "grade == 12 || program.startsWith('51')",
      """
      grade == 12 || program.startsWith("51") is true
        program.startsWith("51") is true
          program is "5108"
      """
    ),
    (
      "enrollments.exists(e, e.program == '5210')",
      """
      enrollments.exists(e, e.program == "5210") is true: of 2 elements, {"program": "5210"} decides
        e.program == "5210" is true
          e.program is "5210"
      """
    ),
    (
      "enrollments.exists(e, e.program == string(grade))",
      """
      enrollments.exists(e, e.program == string(grade)) is false: it holds for none of 2 elements
        enrollments is [{"program": "5108"}, {"program": "5210"}]
        grade is 11
      """
    ),
    (
      "(gone > 1 || grade > 11) ? 1 : 2",
      """
      gone > 1 || grade > 11 ? 1 : 2 has no value: 'gone' has no value
        gone > 1 || grade > 11 has no value: 'gone' has no value
          gone > 1 has no value: 'gone' has no value
            gone has no value: 'gone' has no value
      """
    ),
    (
      "[optional.of(1), optional.none()].exists(o, o.optMap(v, v + 1).orValue(grade) > 5)",
      """
      [optional.of(1), optional.none()].exists(o, o.optMap(v, v + 1).orValue(grade) > 5) is true: of 2 elements, optional.none() decides
        o.optMap(v, v + 1).orValue(grade) > 5 is true
          o.optMap(v, v + 1).orValue(grade) is 11
            o.optMap(v, v + 1) is optional.none()
              o is optional.none()
            grade is 11
      """
    ),
    (
      "size('ab') == 2 || grade > 11",
      """
      size("ab") == 2 || grade > 11 is true
        size("ab") == 2 is true
          size("ab") is 2
      """
    ),
    ("[].all(x, x > 1)", "[].all(x, x > 1) is true: there are no elements"),
  ])
  func `an explanation names what decided, with its values`(
    source: String, expected: String
  ) throws {
    #expect(try explanation(of: source).sentences == expected)
  }

  @Test func `an explanation is data, too`() throws {
    let explanation = try explanation(of: "grade > 10 ? program : ''")
    #expect(explanation.because.map(\.expression) == ["grade > 10", "program"])
    #expect(explanation.because.map(\.column) == [7, 14])
    guard case .value(.string("5108")) = explanation.outcome else {
      Issue.record("the value is the program")
      return
    }
  }

  @Test func `without being asked, an evaluator explains nothing`() throws {
    let evaluator = Evaluator(try Environment().check("1 + 1"))
    _ = try evaluator.value()
    #expect(evaluator.explanation == nil)
  }
}
