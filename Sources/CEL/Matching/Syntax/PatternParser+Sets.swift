extension PatternParser {
  /// Reads what follows a backslash that stands for a set; nil if none does.
  mutating func escapedSet(at offset: Int) throws(PatternIssue) -> CodePointSet? {
    switch cursor.current {
    case "d": return take(.digit, isNegated: false)
    case "D": return take(.digit, isNegated: true)
    case "s": return take(.space, isNegated: false)
    case "S": return take(.space, isNegated: true)
    case "w": return take(.word, isNegated: false)
    case "W": return take(.word, isNegated: true)
    case "p": return try category(isNegated: false, at: offset)
    case "P": return try category(isNegated: true, at: offset)
    default: return nil
    }
  }

  private mutating func take(_ set: CodePointSet, isNegated: Bool) -> CodePointSet {
    _ = cursor.next()
    return group(set, isNegated: isNegated)
  }

  /// Returns a set as the flags want it: a negation leaves out the other case too.
  func group(_ set: CodePointSet, isNegated: Bool) -> CodePointSet {
    let folded = flags.ignoresCase ? set.foldingCase : set
    return isNegated ? folded.negated : folded
  }

  /// Reads `pL`, `p{Lu}` or `p{^Lu}`.
  private mutating func category(
    isNegated: Bool, at offset: Int
  ) throws(PatternIssue) -> CodePointSet {
    _ = cursor.next()
    let name = try categoryName(at: offset)
    let isInverted = name.hasPrefix("^")
    let sets = flags.ignoresCase ? CodePointSet.categoriesFoldingCase : CodePointSet.categories
    guard let set = sets[isInverted ? String(name.dropFirst()) : name] else {
      let names = sets.keys.sorted().joined(separator: ", ")
      throw PatternIssue(
        offset: offset,
        problem: "'\(name)' is no general category of Unicode, and scripts aren't supported; "
          + "expected one of \(names)")
    }
    return isNegated != isInverted ? set.negated : set
  }

  private mutating func categoryName(at offset: Int) throws(PatternIssue) -> String {
    if !cursor.take("{"), let letter = cursor.next() { return String(letter) }
    guard let name = cursor.take(upTo: "}") else {
      throw PatternIssue(
        offset: offset, problem: "\\p takes a general category of Unicode: \\pL or \\p{Lu}")
    }
    return name
  }
}
