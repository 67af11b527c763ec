import CEL
import CTERulePack
import Testing

struct RuleMutationTests {
  private func mutants(_ requirement: String) throws -> [Mutant] {
    try RuleMutation(constants: Environment.constants).mutants(
      of: RuleSketch("a", requirement).rule())
  }

  @Test(arguments: [
    (
      "weeks >= 4",
      ["weeks > 4", "weeks <= 4", "weeks >= 5", "weeks >= 3"]
    ),
    ("this.year == year", ["this.year != year"]),
    (
      "!(term in [\"a\", \"b\"])",
      [
        "term in [\"a\", \"b\"]", "!(term in [\"b\"])", "!(term in [\"a\"])",
        "!(term in [\"ax\", \"b\"])", "!(term in [\"a\", \"bx\"])",
      ]
    ),
    (
      "credits < 0.1",
      [
        "credits <= 0.1", "credits > 0.1", "credits < 0.11", "credits < 0.09", "credits < 1.1",
        "credits < -0.9",
      ]
    ),
    (
      "enrollments.exists(e, e.isCurrent && true)",
      [
        "enrollments.all(e, e.isCurrent && true)", "enrollments.exists(e, true)",
        "enrollments.exists(e, e.isCurrent || true)", "enrollments.exists(e, e.isCurrent && false)",
      ]
    ),
    (
      "weeks < parameters.weeks.min",
      [
        "weeks <= parameters.weeks.min", "weeks > parameters.weeks.min", "weeks < 5", "weeks < 3",
      ]
    ),
    ("term in parameters.kinds", ["term in [\"b\"]", "term in [\"a\"]"]),
    (
      "today > timestamp('2026-03-01T00:00:00Z')",
      [
        "today >= timestamp(\"2026-03-01T00:00:00Z\")",
        "today < timestamp(\"2026-03-01T00:00:00Z\")",
        "today > timestamp(\"2026-03-02T00:00:00Z\")",
        "today > timestamp(\"2026-02-28T00:00:00Z\")",
      ]
    ),
    ("has(this.weeks)", []),
  ])
  func `each mutant differs from the rule in one thing`(requirement: String, expected: [String])
    throws
  {
    let sources = try mutants(requirement).map(\.requirement.source)
    #expect(sources == expected)
  }

  @Test func `what a mutant changes is told with its place`() throws {
    let words = try mutants("weeks >= 4 || !isCurrent").map(\.description)
    #expect(
      words == [
        "'weeks >= 4' was left out at column 7", "'>=' became '>' at column 7",
        "'>=' became '<=' at column 7", "4 became 5 at column 10", "4 became 3 at column 10",
        "'||' became '&&' at column 12", "'!isCurrent' was left out at column 15",
        "'!' was dropped at column 15",
      ])
  }

  @Test(arguments: [
    ("weeks > 3 && weeks > 1", "weeks > 3 && weeks > 2"), ("weeks > 3", "weeks >= 4"),
  ])
  func `a change that provably changes nothing is no mutant`(requirement: String, same: String)
    throws
  {
    let environment = Environment.enrollments
    let (first, second) = (try environment.check(requirement), try environment.check(same))
    #expect(RuleProver().areEquivalent(first, second))
    #expect(!(try mutants(requirement)).map(\.requirement.source).contains(same))
  }

  @Test func `a rule without a requirement has no mutants`() throws {
    #expect(
      RuleMutation().mutants(of: try RuleSketch("a", nil).rule()).isEmpty)
  }
}
