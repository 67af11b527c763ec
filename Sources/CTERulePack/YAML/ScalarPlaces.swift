/// Finds the places in a file at which the characters of a scalar stand, through quotes, escapes and folded lines.
package struct ScalarPlaces: Sendable {
  private let text: [Unicode.Scalar]
  private let writing: [Unicode.Scalar]
  private let origin: PackIssue.Origin
  private let isQuoted: Bool

  init(_ node: YAMLNode) {
    text = Array((node.scalar ?? "").unicodeScalars)
    writing = Array((node.writing ?? node.scalar ?? "").unicodeScalars)
    origin = node.origin
    isQuoted = node.isQuoted
  }

  /// Returns the place in the file of a line and column of the scalar's text, both counted from 1.
  package func origin(line: Int, column: Int) -> PackIssue.Origin {
    var wanted = 0
    var rest = line - 1
    while rest > 0, wanted < text.count {
      if text[wanted] == "\n" { rest -= 1 }
      wanted += 1
    }
    return place(of: position(of: wanted + column - 1))
  }

  /// Walks the text and its writing side by side: blanks stand for any run of blanks and line breaks, and signs that only the
  /// writing has are passed over.
  private func position(of wanted: Int) -> Int {
    var position = 0
    // The head of a block, such as `>-`, is followed by its first line.
    if let head = writing.first, "|>".unicodeScalars.contains(head), isQuoted {
      position = (writing.firstIndex(of: "\n") ?? 0) + 1
    } else if isQuoted {
      position = 1
    }
    for (index, scalar) in text.enumerated() {
      if !isBlank(scalar) {
        while position < writing.count, writing[position] != scalar { position += 1 }
      }
      if index == wanted { return min(position, writing.count) }
      guard position < writing.count else { break }
      if isBlank(scalar) { skipBlank(scalar, &position) } else { position += 1 }
    }
    return min(position, writing.count)
  }

  private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\n" || scalar == "\t"
  }

  private func skipBlank(_ scalar: Unicode.Scalar, _ position: inout Int) {
    if writing[position] == scalar, scalar != "\n" {
      position += 1
      // A folded line goes on after the indentation of the next.
      guard position < writing.count, writing[position] == "\n" else { return }
    }
    while position < writing.count, isBlank(writing[position]) { position += 1 }
  }

  private func place(of position: Int) -> PackIssue.Origin {
    let before = writing[..<position]
    guard let lineBreak = before.lastIndex(of: "\n") else {
      return PackIssue.Origin(
        file: origin.file, line: origin.line, column: origin.column + position)
    }
    return PackIssue.Origin(
      file: origin.file, line: origin.line + before.count { $0 == "\n" },
      column: position - lineBreak)
  }
}
