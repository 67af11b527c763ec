import CEL
import Testing

struct CostTests {
  static let environment: Environment = {
    var environment = Environment()
    environment.declare("n", as: .int)
    environment.declare("text", as: .string)
    environment.declare("short", as: .string, atMost: 20)
    environment.declare("numbers", as: .list(.int), atMost: 5)
    environment.declare("all", as: .list(.int))
    return environment
  }()

  private func evaluator(_ source: String, limit: UInt64, explains: Bool = false) throws
    -> Evaluator
  {
    let evaluator = Evaluator(
      try Self.environment.check(source), costLimit: limit, explains: explains)
    evaluator["n"] = .int(3)
    evaluator["text"] = .string(String(repeating: "a", count: 95))
    evaluator["short"] = .string("twelve bytes")
    evaluator["numbers"] = .list([.int(1), .int(2), .int(3)])
    evaluator["all"] = .list([.int(1), .int(2)])
    return evaluator
  }

  @Test(arguments: [
    ("1", 0), ("n", 1), ("n == 3", 2), ("n + n", 4), ("n > 1 && n > 2", 5), ("[n, 1]", 4),
    ("short == text", 5), ("short.startsWith('tw')", 3), ("text.contains(short)", 35),
    ("size(text)", 12), ("n in [1, 2, 3]", 9), ("numbers.all(x, x > 0)", 11),
    ("numbers.exists(x, x > 1)", 8), ("text.matches('a{95}')", 113), ("n > 1 ? n : size(text)", 4),
  ])
  func `what an operation costs is fixed`(source: String, cost: UInt64) throws {
    let evaluator = try evaluator(source, limit: 1000)
    _ = try evaluator.value()
    #expect(evaluator.cost == cost)
    #expect(evaluator.expression.estimatedCost.contains(cost))
  }

  @Test(arguments: [
    ("n == 3", 2...2), ("short == 'abc'", 2...3), ("numbers.exists(x, x > n)", 2...22),
    ("all.map(x, x)", 2...UInt64.max), ("n > 1 ? n : size(short)", 4...7),
  ])
  func `an estimate is as narrow as sizes allow`(
    source: String, expected: ClosedRange<UInt64>
  ) throws {
    #expect(try Self.environment.check(source).estimatedCost == expected)
  }

  @Test(arguments: [false, true])
  func `a limit fires with and without explanation, and names the expression and itself`(
    explains: Bool
  ) throws {
    let source = "all.exists(x, x > 5) || true"
    let evaluator = try evaluator(source, limit: 8, explains: explains)
    let error = #expect(throws: EvaluationError.self) { try evaluator.value() }
    #expect(error?.code == .costLimit)
    #expect(error?.problem == "the expression costs more than the limit of 8: \(source)")
  }

  @Test func `a pattern is linear in the text, whatever it is`() throws {
    let text = Value.string(String(repeating: "a", count: 1_000_000) + "b")
    let expression = try Self.environment.check("text.matches('(a+)+$')")
    #expect(try expression.value(over: ["text": text]) == .bool(false))
  }

  @Test(arguments: [
    // Lists of lists that are one and the same again and again: small in memory, endless to walk through.
    String(
      (0..<40).map { "cel.bind(v\($0), [\($0 > 0 ? "v\($0 - 1), v\($0 - 1)" : "0, 0")], " }.joined()
        + "v39 == v39" + String(repeating: ")", count: 40)),
    String(
      (0..<40).map { "cel.bind(t\($0), \($0 > 0 ? "t\($0 - 1) + t\($0 - 1)" : "text"), " }.joined()
        + "t39" + String(repeating: ")", count: 40)),
    "cel.bind(t, text + text + text, cel.bind(u, t.replace('', t), u.replace('', u).replace('', u))) == ''",
    "cel.bind(l, text.split(''), l.all(a, l.all(b, l.all(c, l.all(d, a == b || c == d)))))",
    "cel.bind(l, text.split(''), l.map(a, l.map(b, l.map(c, l)))).size() > 0",
  ])
  func `what would take for ever or all memory is given up`(source: String) throws {
    let error = #expect(throws: EvaluationError.self) {
      try evaluator(source, limit: Evaluator.defaultCostLimit).value()
    }
    #expect(error?.code == .costLimit)
  }
}
