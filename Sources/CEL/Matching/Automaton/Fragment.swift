/// A part of an automaton: it begins with its first instruction and leaves behind its last.
///
/// Ken Thompson, "Regular expression search algorithm", 1968.
struct Fragment {
  private(set) var instructions: [Instruction] = []
  /// Whether every way through it begins at the start of the text.
  private(set) var isAnchored = false
  /// The largest product of nested counts.
  var repetitions = 1

  init() {}

  init(_ assertion: Assertion) {
    instructions = [.assertion(assertion)]
    isAnchored = assertion == .textStart
  }

  init(_ instructions: [Instruction]) {
    self.instructions = instructions
  }

  /// Adds a fragment behind this one.
  mutating func append(_ next: Fragment) {
    if instructions.isEmpty { isAnchored = next.isAnchored }
    instructions += next.instructions
    repetitions = max(repetitions, next.repetitions)
  }

  // MARK: - Alternatives

  /// The instructions that lead to an alternative and behind the last one.
  static let instructionsPerAlternative = 2

  /// Creates a fragment that leads through one of several.
  init(alternatives: [Fragment]) {
    let overhead = Self.instructionsPerAlternative
    var remaining = alternatives.reduce(0) { $0 + $1.instructions.count + overhead } - overhead
    for alternative in alternatives.dropLast() {
      let count = alternative.instructions.count
      remaining -= count + overhead
      instructions.append(.fork(1, count + overhead))
      instructions += alternative.instructions
      instructions.append(.jump(remaining + 1))
    }
    instructions += alternatives.last?.instructions ?? []
    isAnchored = alternatives.allSatisfy(\.isAnchored)
    repetitions = alternatives.map(\.repetitions).max() ?? 1
  }
}
