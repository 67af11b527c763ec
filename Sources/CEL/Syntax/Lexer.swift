/// Splits an expression into tokens.
struct Lexer {
  let scalars: [Unicode.Scalar]
  private(set) var index = 0
  private var line = 1
  private var column = 1
  private(set) var issues: [SourceIssue] = []

  private init(_ source: String) {
    scalars = Array(source.unicodeScalars)
  }

  /// Returns the tokens of an expression, the last of which is its end unless there are too many, and the mistakes in them.
  static func tokens(of source: String) -> ([Token], [SourceIssue]) {
    var lexer = Lexer(source)
    var tokens: [Token] = []
    repeat {
      tokens.append(lexer.next())
    } while tokens.last?.kind != .end && tokens.count <= CheckedExpression.maximumTokens
    return (tokens, lexer.issues)
  }

  var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }
  var position: Position { Position(line: line, column: column) }

  func peek(_ distance: Int) -> Unicode.Scalar? {
    index + distance < scalars.count ? scalars[index + distance] : nil
  }

  mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where index < scalars.count {
      if scalars[index] == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
      index += 1
    }
  }

  mutating func report(_ position: Position, _ problem: String) {
    issues.append(position.issue(problem))
  }

  private mutating func next() -> Token {
    skipBlanks()
    let start = position
    return Token(kind: kind(at: start), position: start)
  }

  private mutating func kind(at start: Position) -> Token.Kind {
    guard let scalar = current else { return .end }
    if let prefix = literalPrefix() { return quoted(prefix, at: start) }
    if scalar.isNameStart { return .name(word()) }
    if scalar.isDigit || scalar == "." && peek(1)?.isDigit == true { return number(at: start) }
    if scalar == "`" { return quotedName(at: start) }
    return sign(at: start)
  }

  private mutating func skipBlanks() {
    while let scalar = current {
      if scalar == " " || ("\t"..."\r").contains(scalar) {
        advance()
      } else if scalar == "/", peek(1) == "/" {
        while let rest = current, rest != "\n" { advance() }
      } else if !scalar.isVisible {
        // Nobody sees it, so nobody means anything by it.
        report(position, "unexpected \(scalar.named)")
        advance()
      } else {
        return
      }
    }
  }

  mutating func word() -> String {
    var word = String.UnicodeScalarView()
    while let scalar = current, scalar.isNameStart || scalar.isDigit {
      word.append(scalar)
      advance()
    }
    return String(word)
  }

  private mutating func quotedName(at start: Position) -> Token.Kind {
    advance()
    var name = String.UnicodeScalarView()
    while let scalar = current, scalar.isNameStart || scalar.isDigit || "-./ ".contains(scalar) {
      name.append(scalar)
      advance()
    }
    guard current == "`", !name.isEmpty else {
      report(start, "a name between backticks has letters, digits and _ - . / only")
      return .invalid
    }
    advance()
    return .quotedName(String(name))
  }

  private mutating func sign(at start: Position) -> Token.Kind {
    guard let first = current else { return .end }
    switch (first, peek(1)) {
    case ("=", "="), ("!", "="), ("<", "="), (">", "="), ("&", "&"), ("|", "|"):
      let sign = String(first) + (first == "&" || first == "|" ? String(first) : "=")
      advance(2)
      return .sign(sign)
    default: break
    }
    if let meant = foreignSign(first) {
      report(start, "unexpected '\(meant.written)'; did you mean '\(meant.sign)'?")
      advance(meant.written.unicodeScalars.count)
      return .sign(meant.sign)
    }
    switch first {
    case "<", ">", "!", "+", "-", "*", "/", "%", "?", ":", ".", ",", "(", ")", "[", "]", "{", "}":
      advance()
      return .sign(String(first))
    case "=", "&", "|":
      // Taken for what is meant, so that what follows can be checked.
      let meant = first == "=" ? "==" : "\(first)\(first)"
      report(start, "unexpected '\(first)'; did you mean '\(meant)'?")
      advance()
      return .sign(meant)
    case "“", "”", "„", "‘", "’": return typographicText(at: start)
    default:
      report(start, "unexpected \(first.named)")
      advance()
      return .invalid
    }
  }

  /// Signs of other languages, and of word processors.
  private func foreignSign(_ first: Unicode.Scalar) -> (written: String, sign: String)? {
    switch (first, peek(1)) {
    case ("=", ">"): ("=>", ">=")
    case ("=", "<"): ("=<", "<=")
    case ("<", ">"): ("<>", "!=")
    case ("≥", _): ("≥", ">=")
    case ("≤", _): ("≤", "<=")
    case ("≠", _): ("≠", "!=")
    case ("−", _), ("–", _): ("\(first)", "-")
    case ("×", _): ("×", "*")
    default: nil
    }
  }

  /// Word processors turn quotation marks into others.
  private mutating func typographicText(at start: Position) -> Token.Kind {
    report(start, "unexpected '\(scalars[index])'; a text stands between \" and \", or ' and '")
    repeat { advance() } while current.map { !"“”„‘’\n".contains($0) } ?? false
    advance()
    return .invalid
  }
}

extension Unicode.Scalar {
  /// The character between quotation marks, or its number where nobody would see it.
  fileprivate var named: String {
    if isVisible { return "'\(self)'" }
    let number = "U+" + String(repeating: "0", count: max(0, 4 - hexadecimal.count)) + hexadecimal
    return self == "\u{A0}" ? "\(number), a non-breaking space; write a plain one" : number
  }

  private var hexadecimal: String { String(value, radix: 16, uppercase: true) }

  /// Whether a person sees the character as it is; a plain space counts.
  var isVisible: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    case .spaceSeparator: self == " "
    default: true
    }
  }

  var isDigit: Bool { ("0"..."9").contains(self) }

  var isNameStart: Bool {
    self == "_" || ("a"..."z").contains(self) || ("A"..."Z").contains(self)
  }

  /// The value of a hexadecimal digit.
  var hexadecimalValue: UInt32? {
    switch self {
    case "0"..."9": value - 48
    case "a"..."f": value - 87
    case "A"..."F": value - 55
    default: nil
    }
  }
}

extension String {
  fileprivate func contains(_ scalar: Unicode.Scalar) -> Bool { unicodeScalars.contains(scalar) }
}
