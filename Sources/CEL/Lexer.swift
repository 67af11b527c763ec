/// A piece of an expression: a name, a literal or a sign.
struct Token: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case name(String)
    case integer(Int64)
    case text(String)
    case sign(String)
    case end
  }

  let kind: Kind
  let position: Position
}

/// Cuts an expression into tokens.
struct Lexer {
  private let characters: [Character]
  private var index = 0
  private var line = 1
  private var column = 1

  init(_ source: String) {
    characters = Array(source)
  }

  /// Returns the tokens of an expression, the last of which is `end`.
  static func tokens(of source: String) throws(SourceIssue) -> [Token] {
    var lexer = Lexer(source)
    var tokens: [Token] = []
    while true {
      let token = try lexer.next()
      tokens.append(token)
      if token.kind == .end { return tokens }
    }
  }

  private var current: Character? { index < characters.count ? characters[index] : nil }
  private var position: Position { Position(line: line, column: column) }

  private mutating func next() throws(SourceIssue) -> Token {
    skipBlanks()
    let start = position
    guard let character = current else { return Token(kind: .end, position: start) }
    if character == "_" || (character.isASCII && character.isLetter) {
      return Token(kind: .name(word()), position: start)
    }
    if character.isASCII && character.isNumber {
      return Token(kind: .integer(try number(at: start)), position: start)
    }
    if character == "\"" || character == "'" {
      return Token(kind: .text(try text(at: start)), position: start)
    }
    return Token(kind: .sign(try sign(at: start)), position: start)
  }

  private mutating func advance() {
    if characters[index].isNewline {
      line += 1
      column = 1
    } else {
      column += 1
    }
    index += 1
  }

  private mutating func skipBlanks() {
    while let character = current {
      if character.isWhitespace {
        advance()
      } else if character == "/", index + 1 < characters.count, characters[index + 1] == "/" {
        while let rest = current, !rest.isNewline { advance() }
      } else {
        return
      }
    }
  }

  private mutating func word() -> String {
    var word = ""
    while let character = current,
      character == "_" || (character.isASCII && (character.isLetter || character.isNumber))
    {
      word.append(character)
      advance()
    }
    return word
  }

  private mutating func number(at start: Position) throws(SourceIssue) -> Int64 {
    let digits = word()
    guard let value = Int64(digits) else {
      throw start.issue("'\(digits)' is no whole number of 64 bits")
    }
    return value
  }

  private mutating func text(at start: Position) throws(SourceIssue) -> String {
    guard let quote = current else { return "" }
    advance()
    var text = ""
    while let character = current {
      if character.isNewline { break }
      advance()
      if character == quote { return text }
      text.append(character == "\\" ? try escaped() : character)
    }
    throw start.issue("the text that begins here has no closing \(quote)")
  }

  private mutating func escaped() throws(SourceIssue) -> Character {
    let escapes: [Character: Character] = [
      "n": "\n", "t": "\t", "r": "\r", "\\": "\\", "\"": "\"", "'": "'", "`": "`", "?": "?",
    ]
    guard let character = current, let meaning = escapes[character] else {
      throw position.issue("unknown escape; a backslash itself is written \\\\")
    }
    advance()
    return meaning
  }

  private mutating func sign(at start: Position) throws(SourceIssue) -> String {
    let two = String(characters[index..<min(index + 2, characters.count)])
    if ["==", "!=", "<=", ">=", "&&", "||"].contains(two) {
      advance()
      advance()
      return two
    }
    let one = String(characters[index])
    guard "<>!+-*/%?:.,()[]".contains(one) else {
      throw start.issue("unexpected '\(one)'")
    }
    advance()
    return one
  }
}
