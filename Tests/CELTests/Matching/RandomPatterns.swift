import CTETestKit

/// Patterns and texts that are the same for the same seed.
struct RandomPatterns {
  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  mutating func isLikely(_ probability: Double) -> Bool {
    Double.random(in: 0..<1, using: &generator) < probability
  }

  mutating func text() -> String {
    let letters = ["a", "a", "b", "B", "1", "_", " ", "\n", "é", "😀"]
    return (0..<Int.random(in: 0...12, using: &generator)).map { _ in one(of: letters) }.joined()
  }

  mutating func pattern(depth: Int) -> String {
    if depth == 0 || isLikely(0.25) { return atom() }
    let parts = (0..<Int.random(in: 1...3, using: &generator)).map { _ in pattern(depth: depth - 1)
    }
    let inner = parts.joined()
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: return inner
    case 1: return "(" + parts.joined(separator: "|") + ")"
    case 2: return "(?\(one(of: ["i", "m", "s", "im-s"])):\(inner))"
    default: return "(?:\(inner))" + one(of: ["*", "+", "?", "*?", "{2}", "{0,3}", "{1,}"])
    }
  }

  private mutating func atom() -> String {
    one(of: [
      "a", "a", "b", "ab", "é", "😀", "_", ".", "[a-c]", "[^a]", "[à-😀]", #"\d"#, #"\w"#, #"\W"#,
      #"\s"#, #"\pL"#, "^", "$", #"\b"#, #"\B"#, #"\A"#, #"\z"#, "",
    ])
  }

  private mutating func one(of choices: [String]) -> String {
    generator.pick(choices)
  }
}
