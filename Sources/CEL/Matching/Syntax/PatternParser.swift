/// Reads a pattern and builds its automaton on the way.
///
/// Open groups stand on a stack of their own, so no pattern can exhaust the call stack.
struct PatternParser {
  static let maximumLength = 20_000
  static let maximumInstructions = 20_000

  var cursor: PatternCursor
  var flags = PatternFlags()
  var groups = [OpenGroup(opening: 0, outerFlags: PatternFlags())]
  var names: Set<String> = []
  var followsRepetition = false
  private var compiler = ClassCompiler()
  private var instructions = 0

  private init(_ source: String) {
    cursor = PatternCursor(source)
  }

  /// Returns the automaton of a pattern, or throws the first mistake in it.
  static func automaton(of source: String) throws(PatternIssue) -> Automaton {
    var parser = PatternParser(source)
    guard parser.cursor.length <= maximumLength else {
      throw PatternIssue(
        offset: maximumLength, problem: "the pattern has more than \(maximumLength) characters")
    }
    while let scalar = parser.cursor.next() {
      try parser.element(scalar, at: parser.cursor.offset - 1)
    }
    let fragment = try parser.closePattern()
    return Automaton(fragment, transitions: parser.compiler.transitions)
  }

  private mutating func element(_ scalar: Unicode.Scalar, at offset: Int) throws(PatternIssue) {
    let isSecondRepetition = followsRepetition
    followsRepetition = false
    switch scalar {
    case "(": try openGroup(at: offset)
    case ")": try closeGroup(at: offset)
    case "|": try beginAlternative(at: offset)
    case "[": try add(characterClass(at: offset), at: offset)
    case "\\": try escape(at: offset)
    case ".": try add(flags.dotTakesNewline ? .all : .allButNewline, at: offset)
    case "^": try add(flags.hasLineAnchors ? .lineStart : .textStart, at: offset)
    case "$": try add(flags.hasLineAnchors ? .lineEnd : .textEnd, at: offset)
    default:
      guard let repetition = try repetition(beginningWith: scalar, at: offset) else {
        return try addLiteral(scalar, at: offset)
      }
      try repeatLast(repetition, sign: scalar, isSecond: isSecondRepetition, at: offset)
    }
  }

  // MARK: - Building

  mutating func addLiteral(_ scalar: Unicode.Scalar, at offset: Int) throws(PatternIssue) {
    let literal = CodePointSet(scalar)
    try add(flags.ignoresCase ? literal.foldingCase : literal, at: offset)
  }

  mutating func add(_ set: CodePointSet, at offset: Int) throws(PatternIssue) {
    try add(compiler.fragment(for: set), at: offset)
  }

  mutating func add(_ assertion: Assertion, at offset: Int) throws(PatternIssue) {
    try add(Fragment(assertion), at: offset)
  }

  private mutating func add(_ fragment: Fragment, at offset: Int) throws(PatternIssue) {
    try reserve(fragment.instructions.count, at: offset)
    groups[groups.count - 1].add(fragment)
  }

  /// Counts instructions to come, also those that a `{0}` will drop: they bound the work too.
  mutating func reserve(_ count: Int, at offset: Int) throws(PatternIssue) {
    instructions += count
    guard instructions <= Self.maximumInstructions else {
      throw PatternIssue(
        offset: offset,
        problem: "the pattern gets too large here: it takes more than "
          + "\(Self.maximumInstructions) instructions")
    }
  }
}
