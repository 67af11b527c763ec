import Testing

@testable import CEL

/// The table-driven way, with plenty of room and with hardly any, against the simulation alone.
struct AgreementTests {
  @Test(arguments: 0..<8)
  func `the cache never changes an answer`(seed: UInt64) throws {
    var patterns = RandomPatterns(seed: seed)
    var answers: [Bool: Int] = [:]
    for _ in 0..<30 {
      let source = patterns.pattern(depth: 4)
      let pattern = try Pattern(source)
      for isWhole in [false, true] {
        let usual = Matcher(pattern, whole: isWhole)
        let tiny = Matcher(pattern, whole: isWhole, cacheLimit: 120)
        for _ in 0..<8 {
          let text = patterns.text()
          let expected = Self.simulate(pattern, text, isWhole: isWhole)
          answers[expected, default: 0] += 1
          #expect(usual.matches(text) == expected, "\(source) \(text.debugDescription) \(isWhole)")
          #expect(tiny.matches(text) == expected, "\(source) \(text.debugDescription) \(isWhole)")
        }
      }
    }
    #expect(answers[true, default: 0] > 30 && answers[false, default: 0] > 30)
  }

  @Test(arguments: [120, 400, 2_000, 1 << 19])
  func `a full cache is begun anew or given up in the middle of a text`(limit: Int) throws {
    var patterns = RandomPatterns(seed: 1)
    let pattern = try Pattern("a[ab]{9}c")
    let matcher = Matcher(pattern, whole: false, cacheLimit: limit)
    for _ in 0..<4 {
      let noise = (0..<3_000).map { _ in patterns.isLikely(0.5) ? "a" : "b" }.joined()
      #expect(!matcher.matches(noise))
      #expect(matcher.matches(noise + "abbbbbbbbbc"))
      #expect(matcher.matches("abbbbbbbbbc" + noise))
    }
  }

  static func simulate(_ pattern: Pattern, _ text: String, isWhole: Bool) -> Bool {
    var simulation = Simulation(pattern.automaton, isWhole: isWhole)
    simulation.begin()
    var text = text
    return text.withUTF8 { simulation.matches($0, from: 0, behind: .edge) }
  }
}
