import CEL
import CTEModel
import Testing

@testable import CTERulePack

/// Compares what is proved with what is so for every record of a small world.
struct RuleProverPropertyTests {
  /// All numbers that requirements tell apart: two below and two above those that stand in them.
  private static let small = World(numbers: [nil] + (-2...7).map { $0 }, lists: [[]])
  private static let withElements = World(
    numbers: [nil, 0, 2, 3, 6],
    lists: [nil, [], [nil], [0], [3], [5], [0, 6], [nil, 2], [1, 3, 4]])

  /// How often something was so, and how often it was proved.
  private struct Tally {
    var so = 0
    var proved = 0

    mutating func note(_ isProved: Bool, _ isSo: Bool, _ what: String) {
      #expect(!isProved || isSo, "\(what)")
      so += isSo ? 1 : 0
      proved += isProved ? 1 : 0
    }
  }

  @Test(arguments: [false, true])
  func `what is proved of one rule is so, and most of what is so is proved`(hasElements: Bool)
    throws
  {
    let world = hasElements ? Self.withElements : Self.small
    var requirements = RandomRequirements(seed: 7, hasElements: hasElements)
    var (always, never) = (Tally(), Tally())
    for _ in 0..<(hasElements ? 40 : 150) {
      let rule = try RuleSketch("x", requirements.next()).rule(in: world.environment)
      let answers = try world.answers(to: rule)
      let kinds = RuleProver().flaws(of: [rule]).map(\.kind)
      let text = rule.requirement?.source ?? ""
      always.note(kinds.contains(.alwaysHolds), !answers.contains(.no), "always: \(text)")
      never.note(
        kinds.contains(.neverHolds), !answers.contains(.yes) && answers.contains(.no),
        "never: \(text)")
    }
    // Of lists the world shows too few, and the prover knows little.
    if hasElements { return }
    #expect(always.proved == always.so && never.proved == never.so)
    #expect(always.proved > 5 && never.proved > 5, "\(always) \(never)")
  }

  @Test(arguments: [false, true])
  func `what is proved of two rules is so, and most of what is so is proved`(hasElements: Bool)
    throws
  {
    let world = hasElements ? Self.withElements : Self.small
    var requirements = RandomRequirements(seed: 11, hasElements: hasElements)
    var tallies: [ProvedFlaw.Kind: Tally] = [:]
    for _ in 0..<(hasElements ? 20 : 90) {
      let pair = [requirements.next(), requirements.next()]
      try note(pair, world, &tallies, hasElements: hasElements)
    }
    for kind in [ProvedFlaw.Kind.unreachable, .redundant, .contradictory] {
      let tally = tallies[kind] ?? Tally()
      #expect(hasElements || tally.proved > 0 && tally.proved == tally.so, "\(kind): \(tally)")
    }
  }

  private func note(
    _ pair: [String], _ world: World, _ tallies: inout [ProvedFlaw.Kind: Tally], hasElements: Bool
  ) throws {
    let first = try RuleSketch("x", pair[0]).rule(in: world.environment)
    let second = try RuleSketch("y", pair[1]).rule(in: world.environment)
    let later = try RuleSketch("y", pair[1], after: ["x"]).rule(in: world.environment)
    let answers = zip(try world.answers(to: first), try world.answers(to: second)).map { ($0, $1) }
    let flaws = RuleProver().flaws(of: [first, second])
    // What is wrong with one rule alone is told of that, and of no pair.
    if flaws.contains(where: { [.alwaysHolds, .neverHolds].contains($0.kind) }) { return }
    let reads = try #require(first.requirement).fields
    let others = try #require(second.requirement).fields

    let unreachable = RuleProver().flaws(of: [first, later]).contains { $0.kind == .unreachable }
    tallies[.unreachable, default: Tally()].note(
      unreachable, reads.isSubset(of: others) && !answers.contains { $0 == (.yes, .no) },
      "after \(pair)")
    let redundant = flaws.contains { $0.kind == .redundant }
    let repeats = reads.isSubset(of: others) && !answers.contains { $0 != .no && $1 == .no }
    let isRepeated = others.isSubset(of: reads) && !answers.contains { $0 == .no && $1 != .no }
    tallies[.redundant, default: Tally()].note(redundant, repeats || isRepeated, "both \(pair)")
    tallies[.contradictory, default: Tally()].note(
      flaws.contains { $0.kind == .contradictory },
      !answers.contains { $0 == (.yes, .yes) }
        // What one rule alone forbids isn't always seen through lists.
        && (hasElements || !Self.forbids(answers.map { ($1, $0) }) && !Self.forbids(answers)),
      "both \(pair)")
  }

  /// Whether the second rule refuses every record of which the first is asked, as one does that forbids its values.
  private static func forbids(_ answers: [(Answer, Answer)]) -> Bool {
    let asked = answers.filter { $0.0 != .none }
    return !asked.isEmpty && !asked.contains { $0.1 == .yes }
  }

  @Test func `a mutant is left out where it answers as the rule does, and only there`() throws {
    let world = Self.small
    var requirements = RandomRequirements(seed: 3)
    var tally = Tally()
    for _ in 0..<20 {
      let rule = try RuleSketch("x", requirements.next()).rule(in: world.environment)
      let requirement = try #require(rule.requirement)
      let answers = try world.answers(to: rule)
      for change in requirement.root.syntax.changes([:]).prefix(12) {
        let mutant = try RuleSketch("x", change.node.description).rule(in: world.environment)
        let mutated = try #require(mutant.requirement)
        tally.note(
          RuleProver().areEquivalent(requirement, mutated),
          try world.answers(to: mutant) == answers, "\(requirement) and \(mutated)")
      }
    }
    #expect(tally.so > 20 && tally.proved == tally.so, "\(tally)")
  }

  @Test func `without the parts that never matter, a rule answers as before`() throws {
    let world = Self.small
    var requirements = RandomRequirements(seed: 5)
    var count = 0
    for _ in 0..<80 {
      let rule = try RuleSketch("x", requirements.next()).rule(in: world.environment)
      let parts = RuleProver().flaws(of: [rule]).filter { $0.kind == .idlePart }
      guard let part = parts.first, let root = rule.requirement?.root.syntax else { continue }
      let end = try #require(part.problem.firstRange(of: " never matters")).lowerBound
      let text = part.problem[..<end].dropFirst("the part ".count)
      let shorter = root.changes([:]).first {
        $0.words == "\(text) was left out" && $0.position.column == part.column
      }
      count += 1
      let other = try RuleSketch("x", try #require(shorter).node.description).rule(
        in: world.environment)
      #expect(try world.answers(to: rule) == world.answers(to: other), "\(root) and \(text)")
    }
    #expect(count > 10)
  }
}

extension CheckedExpression {
  /// The variables that are read, by whichever name.
  fileprivate var fields: Set<String> {
    Set(reads.compactMap { $0.first == "this" ? $0.last : $0.first })
  }
}
