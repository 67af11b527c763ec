import CLibYAML

/// Why a document can't be read, in words for who wrote it, where libyaml speaks of tokens.
struct YAMLTrouble {
  let problem: String
  let help: String
  /// The line and column, both counted from 0.
  let place: (line: Int, column: Int)

  /// Words what a parser met.
  ///
  /// - Parameter quoted: Where the last text between quotes began and ended.
  init(
    _ parser: yaml_parser_t, lines: [Substring], quoted: (start: yaml_mark_t, end: yaml_mark_t)?
  ) {
    let found = Place(parser.problem_mark, lines)
    let context = Place(parser.context_mark, lines)
    let problem = parser.problem.map { String(cString: $0) } ?? ""
    let words = Self.words(problem, in: parser.context.map { String(cString: $0) } ?? "")
    switch words {
    case _ where parser.error == YAML_READER_ERROR:
      self.init(Place(Int(parser.problem_offset), lines), .control)
    case _ where found.isIndentedWithTab: self.init(found, .tab)
    case .key where quoted.map { $0.start.line < $0.end.line && $0.end.line == found.line } ?? false:
      // A text that was never closed ends where the next one should begin.
      self.init(quoted.map { Place($0.start, lines) } ?? found, .unclosedQuote)
    case .colon where found.isFirstColon && !found.before(lines).text.contains(":"):
      self.init(found.before(lines), .noColon)
    case .key where found.valueBefore.map { "{[\"'".contains($0) } ?? false:
      self.init(found, .textGoesOn)
    case .key where context.column > found.column: self.init(found, .key)
    case .start, .sign: self.init(words == .sign ? context : found, words)
    case .unclosedQuote, .unclosedBracket, .noColon, .tag: self.init(context, words)
    default: self.init(found, words, otherwise: problem)
    }
  }

  private init(_ place: Place, _ words: Words, otherwise problem: String = "") {
    (self.problem, help) = words.text(problem, place.character)
    self.place = (place.line, place.column)
  }

  /// A place with the line around it.
  private struct Place {
    let line: Int
    let column: Int
    let text: [Character]

    init(_ mark: yaml_mark_t, _ lines: [Substring]) {
      line = Int(mark.line)
      column = Int(mark.column)
      text = line < lines.count ? lines[line].unicodeScalars.map { Character($0) } : []
    }

    /// Finds the place of a byte.
    init(_ offset: Int, _ lines: [Substring]) {
      var mark = yaml_mark_t()
      var rest = offset
      while Int(mark.line) < lines.count - 1, rest > lines[Int(mark.line)].utf8.count {
        rest -= lines[Int(mark.line)].utf8.count + 1
        mark.line += 1
      }
      let before = lines[Int(mark.line)].utf8.prefix(max(0, rest))
      mark.column = String(decoding: before, as: UTF8.self).unicodeScalars.count
      self.init(mark, lines)
    }

    /// The beginning of what stands on the line before.
    func before(_ lines: [Substring]) -> Place {
      var mark = yaml_mark_t()
      mark.line = max(1, line) - 1
      mark.column = lines[mark.line].prefix { $0 == " " }.count
      return Place(mark, lines)
    }

    var isFirstColon: Bool { !text.prefix(column).contains(":") }

    var character: String { column < text.count ? String(text[column]) : "" }

    var isIndentedWithTab: Bool { text.prefix { $0 == " " || $0 == "\t" }.contains("\t") }

    /// The sign with which the value begins that stands before the place on its line.
    var valueBefore: Character? {
      let before = text.prefix(column)
      guard let colon = before.indices.first(where: { before[$0...].starts(with: ": ") }) else {
        return nil
      }
      return before[colon...].dropFirst().first { $0 != " " }
    }
  }
}

// The words of the troubles.
extension YAMLTrouble {
  fileprivate enum Words {
    case control, tab, colon, key, textGoesOn, noColon, noBlank, unclosedQuote, unclosedBracket,
      start, sign
    case escape, element, elementPlace, tag, directive, other

    func text(_ problem: String, _ character: String) -> (problem: String, help: String) {
      switch self {
      case .control: ("a control character stands here", "take it out")
      case .tab: ("the line is indented with a tab", "indent with blanks")
      case .colon:
        ("': ' begins a value here, within another one", "put quotes around a text that holds ': '")
      case .key:
        (
          "a key is expected here",
          "keys that belong together stand right beneath each other, each followed by ': '"
        )
      case .textGoesOn:
        (
          "the value ends before here, but the line goes on",
          "put quotes around the whole of a text that begins with a brace, a bracket or a quotation mark"
        )
      case .noColon: ("no ': ' follows the key", "write 'key: value'")
      case .noBlank: ("no blank follows the ':'", "write 'key: value'")
      case .unclosedQuote:
        ("the quotation mark that opens here is never closed", "close it where the text ends")
      case .unclosedBracket:
        (
          "what opens here isn't closed, or a comma is missing in it",
          "put quotes around texts in it that hold a comma, a brace or ': '"
        )
      case .start, .sign:
        ("no text begins with '\(character)' unless it is quoted", "put quotes around the text")
      case .escape:
        (
          "a backslash means something else between double quotes",
          "put single quotes around the text"
        )
      case .element: ("an element of the list is expected here", "each begins with '- '")
      case .elementPlace:
        ("a list can't begin on this line", "begin it on the next line, with '- '")
      case .tag:
        ("a text that begins with '!' is a tag to YAML", "put quotes around the text")
      case .directive: ("directives aren't allowed in packs", "take the line out")
      case .other:
        (
          problem.isEmpty ? "the file can't be read" : problem,
          "indent with blanks, and quote texts that hold ': ' or begin with a sign"
        )
      }
    }
  }

  private static func words(_ problem: String, in context: String) -> Words {
    switch problem {
    case _ where context.contains("tag"), "found undefined tag handle": .tag
    case _ where context.contains("directive"): .directive
    case _ where context.contains("anchor"), _ where context.contains("alias"): .sign
    case "did not find expected comment or line break": .sign
    case "mapping values are not allowed in this context": .colon
    case "did not find expected key": .key
    case "could not find expected ':'": .noColon
    case "found unexpected ':'": .noBlank
    case "found unexpected end of stream", "found unexpected document indicator": .unclosedQuote
    case "did not find expected ',' or '}'", "did not find expected ',' or ']'": .unclosedBracket
    case "found character that cannot start any token": .start
    case "found unknown escape character", "did not find expected hexdecimal number": .escape
    case "did not find expected '-' indicator": .element
    case "block sequence entries are not allowed in this context": .elementPlace
    default: .other
    }
  }
}
