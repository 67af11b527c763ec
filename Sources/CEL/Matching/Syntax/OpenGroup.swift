/// A group whose closing parenthesis is still to come, or the pattern itself.
struct OpenGroup {
  /// The offset of its opening parenthesis.
  let opening: Int
  /// The flags to return to behind it.
  let outerFlags: PatternFlags
  private var alternatives: [Fragment] = []
  private var sequence = Fragment()
  /// The end of the sequence, which a repetition would repeat.
  var last: Fragment?

  init(opening: Int, outerFlags: PatternFlags) {
    self.opening = opening
    self.outerFlags = outerFlags
  }

  mutating func add(_ fragment: Fragment) {
    if let last { sequence.append(last) }
    last = fragment
  }

  mutating func beginAlternative() {
    add(Fragment())
    alternatives.append(sequence)
    sequence = Fragment()
    last = nil
  }

  /// Returns the fragment of the whole group.
  mutating func close() -> Fragment {
    beginAlternative()
    return Fragment(alternatives: alternatives)
  }
}
