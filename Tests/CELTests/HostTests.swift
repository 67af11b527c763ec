import CEL
import Testing

struct HostTests {
  private static let student = RecordSchema(
    "student", fields: [("name", .string), ("grade", .int), ("nick", .string)])

  private static let environment: Environment = {
    var environment = Environment(container: "org.example")
    environment.declare(student)
    environment.declare("this", as: .record("student"))
    environment.declare("org.example.limit", as: .int)
    environment.declare("limit", as: .int)
    environment.declare("text.pad", Overload([.string, .int], returns: .string, body: pad))
    environment.declare(
      "isSenior",
      Overload([.record("student")], returns: .bool, isMember: true) {
        arguments throws(FunctionError) in
        guard case .record(let record) = arguments[0], case .int(let grade)? = record.values[1]
        else { throw FunctionError("the student has no grade") }
        return .bool(grade == 12)
      })
    return environment
  }()

  @Sendable private static func pad(_ arguments: [Value]) throws(FunctionError) -> Value {
    guard case .string(let text) = arguments[0], case .int(let count) = arguments[1] else {
      throw FunctionError("text.pad() takes a text and a count")
    }
    return .string(String(repeating: "0", count: max(0, Int(count) - text.count)) + text)
  }

  @Test(arguments: [
    ("this.isSenior() && this.name == 'Avery'", "true"), ("text.pad('7', 3)", "\"007\""),
    ("limit + .limit", "12"), ("has(this.nick) || has(this.grade)", "true"),
    ("student{name: this.name}.name", "\"Avery\""), ("type(this) == student", "true"),
    ("this == student{name: 'Avery', grade: 12}", "true"),
    ("this.?nick.orValue('none')", "\"none\""),
    ("text.pad(string(size([1, 2].map(limit, limit))), 2)", "\"02\""),
  ])
  func `a host's variables, records and functions are there`(
    source: String, expected: String
  ) throws {
    let this = Self.student.record(["name": .string("Avery"), "grade": .int(12)])
    let value = try Self.environment.check(source).value(
      over: ["this": this, "limit": .int(2), "org.example.limit": .int(10)])
    #expect(value.description == expected)
  }

  @Test func `what is missing is named, and what a function finds wrong is passed on`() throws {
    let this = Self.student.record(["name": .string("Avery")])
    func trouble(_ source: String) throws -> String? {
      let expression = try Self.environment.check(source)
      return #expect(throws: EvaluationError.self) { try expression.value(over: ["this": this]) }?
        .description
    }
    #expect(try trouble("true && this.nick == 'A'") == "1:14: 'this.nick' has no value")
    #expect(try trouble("limit > 1") == "1:1: 'limit' has no value")
    #expect(try trouble("this.isSenior()") == "1:6: the student has no grade")
  }

  @Test func `a value of another type than was declared is an error, not a crash`() throws {
    let expression = try Self.environment.check("this.grade + limit > 1")
    for this in [Value.int(1), .null, Self.student.record(["grade": .string("12")])] {
      let error = #expect(throws: EvaluationError.self) {
        try expression.value(over: ["this": this, "limit": .bool(true)])
      }
      #expect(error?.code != nil)
    }
  }

  @Test
  func
    `each function tells its own trouble, and one with the name of a macro or an extension is called`()
    throws
  {
    var environment = Environment()
    for name in ["first", "second"] {
      environment.declare(
        name,
        Overload([.int], returns: .bool) { _ throws(FunctionError) in
          throw FunctionError("\(name) says no")
        })
    }
    environment.declare(
      "or", Overload([.bool, .bool], returns: .bool) { arguments in arguments[0] })
    environment.declare(
      "matches", Overload([.int, .int], returns: .bool, isMember: true) { _ in true })
    let expression = try environment.check("first(1) || second(2)")
    let error = #expect(throws: EvaluationError.self) { try expression.value() }
    #expect(error?.description == "1:1: first says no")
    let called = try environment.check("or(true, false) && 1.matches(2) && dyn('abc').matches('b')")
    #expect(try called.value() == true)
  }

  @Test func `a name that isn't declared is an error that names it`() throws {
    let expression = try Self.environment.check("limit > 1")
    let error = #expect(throws: EvaluationError.self) { try expression.value(over: ["limt": 1]) }
    #expect(error?.problem == "no variable 'limt' is declared; did you mean 'limit'?")
  }

  @Test func `an evaluator is set by places and used again`() throws {
    let evaluator = Evaluator(try Self.environment.check("limit * 2"))
    let limit = evaluator.place(of: "org.example.limit")
    let values = try (1...3 as ClosedRange<Int64>).map { number in
      evaluator[limit] = .int(number)
      return try evaluator.value()
    }
    #expect(values == [.int(2), .int(4), .int(6)])
  }

  @Test(arguments: [
    ("map(string, list(int))", "map(string, list(int))"), ("T", "T"),
    ("tuple(T, dyn)", "tuple(T, dyn)"),
    ("google.protobuf.Timestamp", "timestamp"), ("list(", nil), ("map(int)", nil), ("", nil),
  ])
  func `a type is read as it is written`(text: String, expected: String?) {
    #expect(ValueType(text)?.description == expected)
  }
}
