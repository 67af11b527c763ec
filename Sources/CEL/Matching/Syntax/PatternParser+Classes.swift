extension PatternParser {
  /// Reads a class in brackets, whose opening bracket was just read.
  mutating func characterClass(at offset: Int) throws(PatternIssue) -> CodePointSet {
    let isNegated = cursor.take("^")
    var members: [ClosedRange<UInt32>] = []
    var groups = CodePointSet()
    // A closing bracket in the first place is a member.
    repeat {
      if let group = try groupInClass() {
        groups.formUnion(group)
      } else {
        members.append(try range(inClassAt: offset))
      }
    } while !cursor.sees("]")
    _ = cursor.next()
    let set = CodePointSet(members)
    groups.formUnion(flags.ignoresCase ? set.foldingCase : set)
    return isNegated ? groups.negated : groups
  }

  /// Reads a set that has a name, such as `[:alpha:]` or `\d`; nil if none stands here.
  private mutating func groupInClass() throws(PatternIssue) -> CodePointSet? {
    let offset = cursor.offset
    if cursor.sees("[:"), let set = try posixSet(at: offset) { return set }
    guard cursor.sees("\\") else { return nil }
    var ahead = self
    _ = ahead.cursor.next()
    guard let set = try ahead.escapedSet(at: offset) else { return nil }
    self = ahead
    return set
  }

  private mutating func posixSet(at offset: Int) throws(PatternIssue) -> CodePointSet? {
    var ahead = cursor
    guard ahead.take("[:"), let name = ahead.take(upTo: ":]", without: "[]") else { return nil }
    cursor = ahead
    let isNegated = name.hasPrefix("^")
    guard let set = CodePointSet.posix[isNegated ? String(name.dropFirst()) : name] else {
      let names = CodePointSet.posix.keys.sorted().joined(separator: ", ")
      throw PatternIssue(
        offset: offset, problem: "there is no class [:\(name):]; expected one of \(names)")
    }
    return group(set, isNegated: isNegated)
  }

  /// Reads `a` or `a-z`.
  private mutating func range(inClassAt opening: Int) throws(PatternIssue) -> ClosedRange<UInt32> {
    let offset = cursor.offset
    let lower = try member(ofClassAt: opening)
    guard cursor.sees("-"), let next = cursor.following, next != "]" else {
      return lower.value...lower.value
    }
    _ = cursor.next()
    let upper = try member(ofClassAt: opening)
    guard lower <= upper else {
      throw PatternIssue(offset: offset, problem: "the range \(lower)-\(upper) runs backwards")
    }
    return lower.value...upper.value
  }

  private mutating func member(ofClassAt opening: Int) throws(PatternIssue) -> Unicode.Scalar {
    let offset = cursor.offset
    guard let scalar = cursor.next() else {
      throw PatternIssue(offset: opening, problem: "the class that begins here has no closing ]")
    }
    guard scalar == "\\" else { return scalar }
    // No set can stand here but behind a hyphen.
    if let letter = cursor.current, "dDsSwWpP".unicodeScalars.contains(letter) {
      throw PatternIssue(offset: offset, problem: "a range can't end with the class \\\(letter)")
    }
    return try escapedScalar(at: offset)
  }
}
