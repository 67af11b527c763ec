/// Requirements at random over the whole numbers `a` and `b`, the answer `p`, and the elements of `es`.
struct RandomRequirements {
  private var state: UInt64
  private let hasElements: Bool

  init(seed: UInt64, hasElements: Bool = false) {
    state = seed
    self.hasElements = hasElements
  }

  /// Returns the next requirement.
  mutating func next() -> String { condition(depth: 3, ["a", "b"]) }

  private mutating func condition(depth: Int, _ numbers: [String]) -> String {
    guard depth > 0 else { return atom(numbers) }
    switch below(7) {
    case 0, 1: return joined("&&", depth, numbers)
    case 2, 3: return joined("||", depth, numbers)
    case 4: return "!(\(condition(depth: depth - 1, numbers)))"
    case 5:
      let parts = (0..<3).map { _ in condition(depth: depth - 1, numbers) }
      return "((\(parts[0])) ? (\(parts[1])) : (\(parts[2])))"
    default: return atom(numbers)
    }
  }

  private mutating func joined(_ sign: String, _ depth: Int, _ numbers: [String]) -> String {
    "(\(condition(depth: depth - 1, numbers)) \(sign) \(condition(depth: depth - 1, numbers)))"
  }

  private mutating func atom(_ numbers: [String]) -> String {
    let number = numbers[below(numbers.count)]
    let sign = ["<", "<=", ">", ">=", "==", "!="][below(6)]
    switch below(hasElements ? 8 : 6) {
    case 0: return "\(number) \(sign) \(numbers[below(numbers.count)])"
    case 1: return "\(number) in [\(below(6)), \(below(6)), \(below(6))]"
    case 2: return below(2) == 0 ? "has(this.a)" : "has(this.b)"
    case 3: return below(2) == 0 ? "p" : "p == (a \(sign) \(below(6)))"
    case 4, 5: return "\(number) \(sign) \(below(6))"
    default:
      let macro = below(2) == 0 ? "exists" : "all"
      return "es.\(macro)(e, \(condition(depth: 1, ["e.a", "a"])))"
    }
  }

  private mutating func below(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }
}
