extension PatternParser {
  private static let assertions: [Unicode.Scalar: Assertion] = [
    "A": .textStart, "z": .textEnd, "b": .wordBoundary, "B": .noWordBoundary,
  ]

  private static let controls: [Unicode.Scalar: Unicode.Scalar] = [
    "a": "\u{7}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t", "v": "\u{B}",
  ]

  /// Reads what follows a backslash outside of a class.
  mutating func escape(at offset: Int) throws(PatternIssue) {
    if let letter = cursor.current, let assertion = Self.assertions[letter] {
      _ = cursor.next()
      try add(assertion, at: offset)
    } else if cursor.take("Q") {
      try quotation()
    } else if let set = try escapedSet(at: offset) {
      try add(set, at: offset)
    } else {
      try addLiteral(try escapedScalar(at: offset), at: offset)
    }
  }

  /// Reads up to `\E` or the end, where nothing has a meaning of its own.
  private mutating func quotation() throws(PatternIssue) {
    while !cursor.take("\\E"), let scalar = cursor.next() {
      try addLiteral(scalar, at: cursor.offset - 1)
    }
  }

  /// Reads what follows a backslash that stands for one code point.
  mutating func escapedScalar(at offset: Int) throws(PatternIssue) -> Unicode.Scalar {
    guard let letter = cursor.next() else {
      throw PatternIssue(
        offset: offset, problem: "nothing follows this backslash; a backslash itself is \\\\")
    }
    if let control = Self.controls[letter] { return control }
    if letter == "x" { return try hexadecimal(at: offset) }
    if let digit = letter.value(inBase: 8), digit == 0 || cursor.current?.value(inBase: 8) != nil {
      return octal(beginningWith: digit)
    }
    guard letter.isASCII, letter == "_" || !CodePointSet.word.contains(letter) else {
      throw PatternIssue(offset: offset, problem: Self.problem(ofEscaping: letter))
    }
    return letter
  }

  /// Reads up to two more octal digits.
  private mutating func octal(beginningWith digit: Int) -> Unicode.Scalar {
    var value = UInt16(digit)
    for _ in 0..<2 {
      guard let digit = cursor.current?.value(inBase: 8) else { break }
      _ = cursor.next()
      value = value * 8 + UInt16(digit)
    }
    return Unicode.Scalar(value) ?? "\0"
  }

  /// Reads `7F` or `{10FFFF}`.
  private mutating func hexadecimal(at offset: Int) throws(PatternIssue) -> Unicode.Scalar {
    let isBraced = cursor.take("{")
    var digits = ""
    while isBraced || digits.count < 2, let digit = cursor.current, digit.value(inBase: 16) != nil {
      digits.unicodeScalars.append(digit)
      _ = cursor.next()
    }
    guard isBraced ? !digits.isEmpty && cursor.take("}") : digits.count == 2 else {
      throw PatternIssue(
        offset: offset, problem: "\\x takes two hexadecimal digits, or more in braces: \\x{10FFFF}")
    }
    guard let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) else {
      throw PatternIssue(offset: offset, problem: "there is no character U+\(digits)")
    }
    return scalar
  }
}
