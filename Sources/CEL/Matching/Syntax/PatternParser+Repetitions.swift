extension PatternParser {
  /// The limit of RE2, for one count and for the product of nested counts.
  static let maximumCount = 1000

  /// Returns the repetition that begins with a code point, or nil if it is a literal.
  ///
  /// As in RE2, a brace that begins no count is a literal.
  mutating func repetition(
    beginningWith scalar: Unicode.Scalar, at offset: Int
  ) throws(PatternIssue) -> Repetition? {
    switch scalar {
    case "*": return Repetition(minimum: 0, maximum: nil)
    case "+": return Repetition(minimum: 1, maximum: nil)
    case "?": return Repetition(minimum: 0, maximum: 1)
    case "{": return try takeCounts(at: offset)
    default: return nil
    }
  }

  private mutating func takeCounts(at offset: Int) throws(PatternIssue) -> Repetition? {
    var ahead = cursor
    guard let minimum = ahead.takeNumber() else { return nil }
    let hasComma = ahead.take(",")
    let maximum = hasComma ? ahead.takeNumber() : minimum
    guard ahead.take("}") else { return nil }
    cursor = ahead
    let repetition = Repetition(minimum: minimum, maximum: maximum)
    guard repetition.count <= Self.maximumCount else {
      throw PatternIssue(
        offset: offset, problem: "a count of repetitions is at most \(Self.maximumCount)")
    }
    if let maximum, maximum < minimum {
      throw PatternIssue(
        offset: offset, problem: "the counts run backwards; expected {\(maximum),\(minimum)}")
    }
    return repetition
  }

  /// Repeats the part before the place; `sign` is the first code point of the repetition.
  mutating func repeatLast(
    _ repetition: Repetition, sign: Unicode.Scalar, isSecond: Bool, at offset: Int
  ) throws(PatternIssue) {
    guard let part = groups[groups.count - 1].last else {
      throw PatternIssue(
        offset: offset,
        problem: "there is nothing to repeat here; the character itself is \\\(sign)")
    }
    if isSecond {
      throw PatternIssue(
        offset: offset,
        problem: "a repetition can't be repeated; put the first one in a group: (?:...)")
    }
    // A lazy repetition finds less, but finds something exactly where the greedy one does.
    if !cursor.take("?") && cursor.sees("+") {
      throw PatternIssue(
        offset: cursor.offset,
        problem: "possessive repetitions aren't supported; leave out this +")
    }
    guard part.repetitions * max(repetition.count, 1) <= Self.maximumCount else {
      throw PatternIssue(
        offset: offset,
        problem: "nested repetitions come to more than \(Self.maximumCount) here")
    }
    try reserve(part.growth(by: repetition), at: offset)
    groups[groups.count - 1].last = part.repeated(repetition)
    followsRepetition = true
  }
}
