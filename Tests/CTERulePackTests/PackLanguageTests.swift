import CEL
import CTEModel
import CTERulePack
import Testing

struct PackLanguageTests {
  private static let parameters = """
    limits:
      summary: One of each kind.
      source: manual, 6
      kind: {count: wholeNumber, credits: decimal, word: text, until: day, isOpen: flag, programs: texts}
      value: {count: 5, credits: 2.50, word: "yes", until: 2026-01-31, isOpen: true, programs: [P1, P2]}
    minimum:
      summary: One without parts.
      source: manual, 6
      kind: wholeNumber
      value: 3

    """

  /// The sound pack with parameters of every kind, one of whose rules requires something.
  private static func fixture(requiring requirement: String, message: String? = nil) throws
    -> PackFixture
  {
    let fixture = try PackFixture()
    try fixture.change(
      "testDays:", to: parameters + "testDays:", in: "parameters.yaml")
    let rule = "rules/credential/not-enrolled.yaml"
    try fixture.change(
      "require: enrollments.exists(e, e.program == program)", to: "require: '\(requirement)'",
      in: rule)
    if let message {
      try fixture.change(
        "\"student {student} has no {year} enrollment in program {program}\"", to: message, in: rule
      )
    }
    return fixture
  }

  private static func rule(of fixture: borrowing PackFixture) throws -> (rule: Rule, pack: RulePack)
  {
    let pack = try fixture.load()
    return (try #require(pack.rules.first { $0.id.name.hasSuffix("/not-enrolled") }), pack)
  }

  @Test(arguments: [
    ("parameters.limits.count + 1 == 6", "parameters.limits.count == 6"),
    ("parameters.limits.credits == 2.5", "parameters.limits.credits > 2.5"),
    ("parameters.limits.word == \"yes\"", "parameters.limits.word == \"true\""),
    ("parameters.limits.until < today", "parameters.limits.until.getFullYear() == 2025"),
    ("parameters.limits.isOpen", "!parameters.limits.isOpen"),
    ("program in parameters.limits.programs", "!(program in parameters.limits.programs)"),
    ("parameters.minimum == 3", "parameters.minimum > 3"),
    ("codes.courseKinds == [\"internship\", \"regular\"]", "program in codes.courseKinds"),
  ])
  func `a rule reads parameters of every kind, and the codes of lists`(holds: String, fails: String)
    throws
  {
    for (requirement, expected) in [(holds, true), (fails, false)] {
      let (rule, pack) = try Self.rule(of: Self.fixture(requiring: requirement))
      let example = try #require(rule.accepted.first)
      #expect(try ExampleJudge(rule, of: pack).accepts(example) == expected)
    }
  }

  @Test(arguments: [
    ("limits.count", "5"), ("limits.credits", "2.5"), ("limits.word", "yes"),
    ("limits.until", "2026-01-31"), ("limits.isOpen", "true"), ("limits.programs", "P1, P2"),
    ("minimum", "3"),
  ])
  func `a message has the values of parameters as people write them`(name: String, words: String)
    throws
  {
    let (rule, _) = try Self.rule(
      of: Self.fixture(requiring: "true", message: "\"{parameters.\(name)} for {student}\""))
    #expect(rule.message.words == "\(words) for …")
  }

  @Test(arguments: [2025, 2026])
  func `every rule of the sample pack accepts and rejects its own examples`(year: Int) throws {
    let pack = try PackFixture().load(year: year)
    for rule in pack.rules where rule.requirement != nil {
      let judge = ExampleJudge(rule, of: pack)
      for example in rule.accepted where judge.isAsked(of: example) {
        #expect(try judge.accepts(example) == true, "\(rule.id)")
      }
      for example in rule.rejected where judge.isAsked(of: example) {
        #expect(try judge.accepts(example) == false, "\(rule.id)")
      }
    }
  }

  @Test func `codes and other texts that stand for them are taken from files`() throws {
    let pack = try PackFixture().load()
    let list = try #require(pack.codeLists["course-kinds"])
    #expect(list.labels == ["regular": "a course in a classroom", "internship": "an internship"])
    #expect(list.aliases == ["INT": "internship", "intern": "internship"])
    let plan = try #require(pack.formats["courses"]?.records.first)
    let kind = try #require(plan.type.index(of: "kind"))
    guard case .cell(_, .words(let choices)) = plan.sources[kind] else {
      Issue.record("the kind of a course is one of some words")
      return
    }
    #expect(
      choices.map(\.text) == ["internship", "regular", "INT", "intern"]
        && choices.map(\.meaning) == ["internship", "regular", "internship", "internship"])
  }
}
