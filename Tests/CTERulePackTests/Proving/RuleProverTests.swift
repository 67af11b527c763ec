import BundledRulePacks
import CEL
import CTEModel
import CTERulePack
import Testing

struct RuleProverTests {
  private func flaws(_ sketches: [RuleSketch]) throws -> [ProvedFlaw] {
    try RuleProver(constants: Environment.constants).flaws(of: sketches.map { try $0.rule() })
  }

  private func kinds(_ sketches: [RuleSketch]) throws -> [String] {
    try flaws(sketches).map { "\($0.rule.name.dropFirst(9)) \($0.kind.rawValue)" }
  }

  @Test(arguments: [
    "weeks >= 4 || weeks < 10",
    "weeks > 3 || weeks < 4",
    "weeks in [1, 2] || weeks < 1 || weeks >= 3 || weeks == 1",
    "weeks < 4.5 || this.weeks >= 5",
    "credits < 0.5 || credits >= 0.5",
    "credits > 1 || credits <= 1.0",
    "term != 'a' || term != 'b'",
    "term < 'b' || term > 'a'",
    "isCurrent || !isCurrent",
    "isCurrent == true || !(isCurrent != false)",
    "size(term) >= 0",
    "term.size() > -1",
    "!has(this.weeks) || has(this.weeks)",
    "has(this.weeks) || size(string(weeks)) < 5",
    "weeks < minutesPerWeek || minutesPerWeek <= weeks",
    "weeks == minutesPerWeek || weeks != minutesPerWeek",
    "weeks > minutesPerWeek || minutesPerWeek > weeks || weeks == minutesPerWeek",
    "year >= 2020 || year < 2020",
    "weeks <= parameters.weeks.max || weeks > parameters.weeks.min",
    "!(term in parameters.kinds) || term == 'a' || term == 'b'",
    "weeks < parameters.weeks.min * 2 || weeks > 7",
    "weeks >= 2 ? weeks > 1 : weeks <= 1",
    "(isCurrent ? 3 : 5) < weeks || weeks <= 5",
    "studentBirthDay < timestamp('2020-01-01T00:00:00Z') || studentBirthDay >= timestamp('2019-01-01T00:00:00Z')",
    "today - studentBirthDay > duration('1h') || today - studentBirthDay <= duration('60m')",
    "matches(term, 'a+') || !matches(term, 'a+')",
    "enrollments.exists(e, e.weeks > 1) || enrollments.all(x, !(x.weeks > 1))",
    "!enrollments.exists(e, e.weeks > 5 && e.weeks < 3)",
    "!enrollments.exists(e, e.weeks > 5) || enrollments.exists(e, e.weeks > 2)",
    "!enrollments.all(e, e.weeks > 5) || enrollments.all(e, e.weeks > 2 || e.term == 'a')",
    "!enrollments.exists(e, e.program == program && e.course == course) || enrollments.exists(e, e.program == this.program)",
  ])
  func `a rule that can never find anything is told of`(requirement: String) throws {
    #expect(try kinds([RuleSketch("a", requirement)]) == ["a alwaysHolds"])
  }

  @Test(arguments: [
    "weeks >= 10 && weeks < 5",
    "weeks > 3 && this.weeks < 4",
    "weeks > 3.2 && weeks < 3.9",
    "credits > 0.5 && credits < 0.5",
    "term == 'a' && term == 'b'",
    "term in ['a', 'b'] && !(term in ['b', 'a', 'c'])",
    "!(weeks in [1, 2, 3]) && weeks >= 1 && weeks < 4",
    "!has(this.weeks) && weeks > 3",
    "has(this.year) && !has(this.year)",
    "weeks < minutesPerWeek && minutesPerWeek < 5 && weeks >= 4",
    "size(term) < 0",
    "isCurrent && isCurrent == false",
    "enrollments.exists(e, e.weeks > 5) && !enrollments.exists(e, e.weeks > 2)",
    "weeks in []",
    "false",
  ])
  func `a rule that no record passes is told of`(requirement: String) throws {
    #expect(try kinds([RuleSketch("a", requirement)]) == ["a neverHolds"])
  }

  @Test(arguments: [
    "weeks >= 4 && weeks < 10",
    "weeks > 3 && weeks < 5",
    "credits > 0.5 && credits < 0.51",
    "this.year == year",
    "weeks > 3.2 && weeks < 4.9",
    "!has(this.weeks) || weeks > 3",
    "has(this.weeks) && weeks > 3",
    "enrollments.exists(e, e.weeks > 5) && enrollments.exists(e, e.weeks < 2)",
    "enrollments.exists(e, e.weeks > 2) || enrollments.exists(e, e.weeks > 5)",
    "enrollments.all(e, e.weeks > 5) || enrollments.exists(e, e.term == 'a')",
    "enrollments.all(e, e.weeks > 5) || enrollments.exists_one(e, e.weeks > 5)",
    "size(term) > 0",
    "math.sqrt(credits) > 1.0 || math.sqrt(credits) <= 1.0",
    "localTitle == 'caf\\u00e9' || localTitle == 'cafe\\u0301'",
    "has(person.birthDay) || has(this.studentBirthDay)",
    "weeks + 1 > weeks",
  ])
  func `a rule of which nothing is wrong, or can be proved, stays untold`(requirement: String)
    throws
  {
    #expect(try kinds([RuleSketch("a", requirement)]) == [])
  }

  struct Table: Sendable {
    let rules: [RuleSketch]
    let flaws: [String]

    init(_ rules: [RuleSketch], _ flaws: String...) {
      self.rules = rules
      self.flaws = flaws
    }
  }

  @Test(arguments: [
    Table(
      [.init("a", "weeks >= 10"), .init("b", "weeks >= 4", after: ["a"])], "b unreachable"),
    Table([.init("a", "weeks >= 4"), .init("b", "weeks >= 10", after: ["a"])]),
    Table(
      [
        .init("a", "weeks >= 4"), .init("b", "weeks <= 10", after: ["a"]),
        .init("c", "weeks in [4, 5, 6, 7, 8, 9, 10]", after: ["b"]),
      ], "c unreachable"),
    // Where a file doesn't carry the minutes, 'a' doesn't apply, and 'b' is asked all the same.
    Table([
      .init("a", "weeks >= 10 && minutesPerWeek > 0"), .init("b", "weeks >= 4", after: ["a"]),
    ]),
    Table(
      [.init("a", "weeks < 1 && weeks > 1"), .init("b", "weeks == 5", after: ["a"])],
      "a neverHolds", "b unreachable"),
    Table(
      [
        .init("a", "enrollments.exists(e, e.program == program && e.course == course)"),
        .init("b", "enrollments.exists(x, x.program == this.program)", after: ["a"]),
      ], ""),
    Table(
      [
        .init(
          "a",
          "enrollments.exists(e, e.program == program && e.course == course) && size(course) > 0"),
        .init(
          "b", "enrollments.exists(x, x.program == this.program) || course == ''", after: ["a"]),
      ], "b unreachable"),
    Table([.init("a", nil), .init("b", "weeks >= 4", after: ["a"])]),
  ])
  func `a rule to which those before it leave nothing is told of`(table: Table) throws {
    #expect(try kinds(table.rules) == table.flaws.filter { !$0.isEmpty })
  }

  @Test(arguments: [
    Table([.init("a", "weeks >= 4"), .init("b", "weeks >= 2")], "b redundant"),
    Table([.init("a", "weeks >= 4"), .init("b", "this.weeks > 3")], "b redundant"),
    Table([.init("a", "weeks >= 4", severity: .warning), .init("b", "weeks >= 2")]),
    Table(
      [.init("a", "weeks >= 4"), .init("b", "weeks >= 2", severity: .warning)], "b redundant"),
    Table(
      [.init("a", "weeks >= 4", severity: .warning), .init("b", "weeks > 3")], "a redundant"),
    // 'a' is only asked where 'c' passed.
    Table([
      .init("c", "has(this.weeks)"), .init("a", "weeks >= 4", after: ["c"]),
      .init("b", "weeks >= 2"),
    ]),
    Table([.init("b", "weeks >= 2"), .init("a", "weeks >= 4", after: ["b"])]),
    // Where the minutes are missing, 'a' isn't asked, and 'b' finds something.
    Table([.init("a", "weeks >= 4 && minutesPerWeek > 0"), .init("b", "weeks >= 2")]),
    Table(
      [
        .init("a", "isCurrent ? weeks >= 4 : weeks >= 5"),
        .init("b", "weeks >= 2 && (isCurrent || true)"),
      ], "b idlePart"),
    Table([.init("a", "weeks >= 4"), .init("b", "minutesPerWeek >= 2")]),
    Table(
      [
        .init("a", "term in ['x', 'y']"), .init("b", "term != 'z'"),
        .init("c", "term == 'y' || term == 'x'"),
      ], "b redundant", "c redundant"),
  ])
  func `a rule that finds only what another finds is told of`(table: Table) throws {
    #expect(try kinds(table.rules) == table.flaws)
  }

  @Test(arguments: [
    Table([.init("a", "weeks >= 10"), .init("b", "weeks < 5")], "b contradictory"),
    Table([.init("a", "weeks >= 5"), .init("b", "weeks < 10")]),
    Table(
      [
        .init("a", "weeks <= minutesPerWeek"), .init("b", "minutesPerWeek < 5"),
        .init("c", "weeks > 7 || weeks == 6"), .init("d", "credits > 0.0"),
      ], "c contradictory"),
    Table([
      .init("a", "weeks >= 10", severity: .notice), .init("b", "weeks < 10", severity: .notice),
    ]),
    // Where 'c' finds something, 'b' isn't asked, and the record is accepted.
    Table([
      .init("a", "weeks >= 10"), .init("b", "weeks < 5", after: ["c"]),
      .init("c", "term == 'x'", severity: .warning),
    ]),
    Table(
      [
        .init("a", "weeks >= 10"), .init("b", "weeks < 5", after: ["c"]), .init("c", "term == 'x'"),
      ], "b contradictory"),
    Table([.init("a", "has(this.weeks)"), .init("b", "!has(this.weeks)")], "b contradictory"),
    // That two values don't stand beside each other is what 'b' is for.
    Table([
      .init("a", "weeks >= 4"), .init("b", "!has(this.weeks) || !has(this.term)"),
      .init("c", "term == 'x'"),
    ]),
    Table([.init("a", "has(this.weeks)"), .init("b", "weeks < 5")]),
  ])
  func `rules that no record passes together are told of`(table: Table) throws {
    #expect(try kinds(table.rules) == table.flaws)
  }

  @Test(arguments: [
    ("weeks >= 4 && weeks >= 2", ["weeks >= 2"]),
    ("weeks >= 2 && weeks >= 4", ["weeks >= 2"]),
    ("weeks >= 4 || weeks >= 2", ["weeks >= 4"]),
    ("weeks >= 4 && weeks >= 4 && term == \"a\"", ["weeks >= 4"]),
    ("term == \"a\" && (weeks > 3 || weeks > 5 || isCurrent)", ["weeks > 5"]),
    ("enrollments.exists(e, e.weeks > 3 && e.weeks > 2)", ["e.weeks > 2"]),
    // Where the weeks are missing, the part makes a finding.
    ("has(this.weeks) && weeks >= 4", []),
    ("!has(this.weeks) || weeks >= 4", []),
    ("weeks >= 4 && weeks <= 10", []),
    ("weeks >= 4 && weeks >= minutesPerWeek", []),
  ])
  func `a part that changes nothing is told of`(requirement: String, parts: [String]) throws {
    let flaws = try flaws([RuleSketch("a", requirement)])
    #expect(flaws.allSatisfy { $0.kind == .idlePart && $0.line == 1 })
    #expect(flaws.map { $0.problem.split(separator: "'")[1] }.map(String.init) == parts)
  }

  @Test func `flaws are told in the words of a pack's author`() throws {
    let flaws = try flaws([
      .init("enrollment/a", "weeks >= 10"), .init("enrollment/b", "weeks > 8"),
      .init("enrollment/c", "weeks > 7", after: ["enrollment/b"]),
      .init("enrollment/d", "minutesPerWeek < weeks"), .init("enrollment/e", "minutesPerWeek > 50"),
      .init("enrollment/f", "weeks < 20"), .init("enrollment/g", "weeks > 0 || weeks < 1"),
    ])
    #expect(
      flaws.map { "\($0.rule): \($0.problem)" } == [
        "lakeland:enrollment/b: this rule finds nothing that 'enrollment/a' alone wouldn't find",
        "lakeland:enrollment/c: this rule can never find anything: where 'enrollment/b' passes, it passes too",
        "lakeland:enrollment/f: no record can pass this rule, 'enrollment/d' and 'enrollment/e' together",
        "lakeland:enrollment/g: this rule can never find anything: what it requires always holds",
      ])
  }

  @Test(arguments: ["perkins", "arizona"])
  func `nothing can be proved against the rules of a shipped pack`(name: String) throws {
    let pack = try RulePack.load(name, year: FiscalYear(2022), from: BundledRulePacks.library())
    #expect(RuleProver().flaws(of: pack.rules).map(\.description) == [])
  }

  @Test func `two hundred rules about the same fields are judged at once`() throws {
    let sketches = (0..<200).map { number in
      RuleSketch(
        "r\(number)",
        "!has(this.weeks) || (term in ['a', 'b', 'c'] && isCurrent ? weeks + \(number) > 4 : "
          + "weeks + \(number) < minutesPerWeek) || course == '\(number)'")
    }
    #expect(try kinds(sketches + [RuleSketch("s", "course == '7'")]) == ["r7 redundant"])
  }
}
