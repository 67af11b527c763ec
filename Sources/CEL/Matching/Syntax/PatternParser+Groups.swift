extension PatternParser {
  static let maximumDepth = 250

  mutating func openGroup(at offset: Int) throws(PatternIssue) {
    guard groups.count <= Self.maximumDepth else {
      throw PatternIssue(
        offset: offset, problem: "groups are nested deeper than \(Self.maximumDepth)")
    }
    let group = OpenGroup(opening: offset, outerFlags: flags)
    if cursor.take("?") {
      try refuseOtherGroups(at: offset)
      if cursor.take("P<") || cursor.take("<") {
        try takeName(at: offset)
      } else if try !takeFlags(at: offset) {
        return
      }
    }
    groups.append(group)
  }

  mutating func beginAlternative(at offset: Int) throws(PatternIssue) {
    try reserve(Fragment.instructionsPerAlternative, at: offset)
    groups[groups.count - 1].beginAlternative()
  }

  mutating func closeGroup(at offset: Int) throws(PatternIssue) {
    guard groups.count > 1, var group = groups.popLast() else {
      throw PatternIssue(
        offset: offset, problem: "this ) closes no group; the character itself is \\)")
    }
    flags = group.outerFlags
    groups[groups.count - 1].add(group.close())
  }

  /// Returns the fragment of the whole pattern.
  mutating func closePattern() throws(PatternIssue) -> Fragment {
    guard groups.count == 1 else {
      throw PatternIssue(
        offset: groups[groups.count - 1].opening,
        problem: "the group that begins here has no closing )")
    }
    return groups[0].close()
  }

  /// Reads `i-s:` or `i-s)`, and returns whether a group begins with it.
  private mutating func takeFlags(at offset: Int) throws(PatternIssue) -> Bool {
    var isOn = true
    var needsFlag = false
    while let letter = cursor.next() {
      if letter == ":" || letter == ")" {
        if needsFlag { break }
        return letter == ":"
      }
      if letter == "-" && isOn {
        isOn = false
        needsFlag = true
      } else if flags.set(letter, to: isOn) {
        needsFlag = false
      } else {
        throw PatternIssue(
          offset: cursor.offset - 1, problem: "'\(letter)' is no flag; expected i, m, s or U")
      }
    }
    throw PatternIssue(
      offset: offset, problem: "the flags that begin here are incomplete; expected (?i) or (?i:...)"
    )
  }

  private mutating func takeName(at offset: Int) throws(PatternIssue) {
    let start = cursor.offset
    guard let name = cursor.take(upTo: ">") else {
      throw PatternIssue(offset: offset, problem: "the name of the group has no closing >")
    }
    guard !name.isEmpty, name.unicodeScalars.allSatisfy(\.isPartOfName) else {
      throw PatternIssue(
        offset: start,
        problem: "'\(name)' is no name of a group; expected letters, digits and underscores")
    }
    guard names.insert(name).inserted else {
      throw PatternIssue(offset: start, problem: "there is already a group '\(name)'")
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isPartOfName: Bool {
    self == "_" || properties.isAlphabetic || properties.numericType != nil
  }
}
