/// Finds the places in a file at which the characters of a scalar stand, through quotes, escapes and folded lines.
package struct ScalarPlaces: Sendable {
  private let text: [Unicode.Scalar]
  private let writing: [Unicode.Scalar]
  private let origin: PackIssue.Origin
  private let style: Style

  private enum Style {
    case plain, singleQuoted, doubleQuoted, block
  }

  init(_ node: YAMLNode) {
    var text = Array((node.scalar ?? "").unicodeScalars)
    // What is missing at the end is missing after the last sign.
    while let last = text.last, " \n\t".unicodeScalars.contains(last) { text.removeLast() }
    self.text = text
    writing = Array((node.writing ?? node.scalar ?? "").unicodeScalars)
    origin = node.origin
    switch writing.first {
    case "'" where node.isQuoted: style = .singleQuoted
    case "\"" where node.isQuoted: style = .doubleQuoted
    case _ where node.isQuoted: style = .block
    default: style = .plain
    }
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

  /// Walks the text and its writing side by side: blanks stand for any run of blanks and line breaks.
  private func position(of wanted: Int) -> Int {
    var position = start
    for (index, scalar) in text.enumerated() {
      skipContinuation(&position)
      if !isBlank(scalar) { skipBlanks(&position) }
      if index == wanted { return min(position, writing.count) }
      guard position < writing.count else { break }
      if !isBlank(scalar) || isEscape(at: position) {
        position += width(at: position)
      } else {
        skipBlank(scalar, &position)
      }
    }
    return min(position, writing.count)
  }

  private var start: Int {
    switch style {
    case .plain: 0
    case .singleQuoted, .doubleQuoted: 1
    // The head of a block, such as `>-`, is followed by its first line.
    case .block: (writing.firstIndex(of: "\n") ?? 0) + 1
    }
  }

  /// How many signs write the character at a position.
  private func width(at position: Int) -> Int {
    let next = position + 1 < writing.count ? writing[position + 1] : nil
    switch (style, writing[position]) {
    case (.singleQuoted, "'"): return 2
    case (.doubleQuoted, "\\"): return ["x": 4, "u": 6, "U": 10][next] ?? 2
    default: return 1
    }
  }

  private func isEscape(at position: Int) -> Bool {
    style == .doubleQuoted && writing[position] == "\\"
  }

  /// Passes over a backslash at the end of a line, which joins the next line to it.
  private func skipContinuation(_ position: inout Int) {
    guard position + 1 < writing.count, isEscape(at: position), writing[position + 1] == "\n"
    else { return }
    position += 1
    skipBlanks(&position)
  }

  private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\n" || scalar == "\t"
  }

  private func skipBlanks(_ position: inout Int) {
    while position < writing.count, isBlank(writing[position]) { position += 1 }
  }

  private func skipBlank(_ scalar: Unicode.Scalar, _ position: inout Int) {
    if writing[position] == scalar, scalar != "\n" {
      position += 1
      // A folded line goes on after the indentation of the next.
      guard position < writing.count, writing[position] == "\n" else { return }
    }
    skipBlanks(&position)
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
