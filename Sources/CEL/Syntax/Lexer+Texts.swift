/// What stands before the quotation mark of a text: `r` takes every character as it is, `b` makes bytes.
struct LiteralPrefix {
  var isRaw = false
  var isBytes = false
  var length = 0
}

extension Lexer {
  /// Returns the prefix of the text that begins here, or nil where none begins.
  func literalPrefix() -> LiteralPrefix? {
    var prefix = LiteralPrefix()
    while let scalar = peek(prefix.length) {
      switch scalar {
      case "\"", "'": return prefix
      case "r", "R":
        if prefix.isRaw { return nil }
        prefix.isRaw = true
      case "b", "B":
        if prefix.isBytes { return nil }
        prefix.isBytes = true
      default: return nil
      }
      prefix.length += 1
    }
    return nil
  }

  mutating func quoted(_ prefix: LiteralPrefix, at start: Position) -> Token.Kind {
    advance(prefix.length)
    guard let quote = current else { return .invalid }
    let isLong = peek(1) == quote && peek(2) == quote
    advance(isLong ? 3 : 1)
    var content = LiteralContent(isBytes: prefix.isBytes)
    let known = issues.count
    while let scalar = current, isLong || (scalar != "\n" && scalar != "\r") {
      if scalar == quote, !isLong || (peek(1) == quote && peek(2) == quote) {
        advance(isLong ? 3 : 1)
        if issues.count > known { return .invalid }
        return prefix.isBytes ? .bytes(content.bytes) : .text(String(content.text))
      }
      if scalar == "\\", !prefix.isRaw {
        escape(into: &content)
      } else {
        content.append(scalar)
        advance()
      }
    }
    let mark = String(repeating: Character(quote), count: isLong ? 3 : 1)
    report(start, "the text that begins here has no closing \(mark)")
    return .invalid
  }

  private mutating func escape(into content: inout LiteralContent) {
    let start = position
    advance()
    guard let scalar = current else { return }
    advance()
    switch scalar {
    case "\\", "?", "\"", "'", "`": content.append(scalar)
    case "a": content.append("\u{07}")
    case "b": content.append("\u{08}")
    case "f": content.append("\u{0C}")
    case "n": content.append("\n")
    case "r": content.append("\r")
    case "t": content.append("\t")
    case "v": content.append("\u{0B}")
    case "x", "X": code(digits: 2, radix: 16, at: start, into: &content)
    case "u" where !content.isBytes: code(digits: 4, radix: 16, at: start, into: &content)
    case "U" where !content.isBytes: code(digits: 8, radix: 16, at: start, into: &content)
    case "0"..."3":
      code(digits: 2, radix: 8, beginning: scalar.value - 48, at: start, into: &content)
    default:
      report(
        start,
        "unknown escape '\\\(scalar)'; put r before the text to take backslashes as they are")
    }
  }

  private mutating func code(
    digits count: Int, radix: UInt32, beginning: UInt32 = 0, at start: Position,
    into content: inout LiteralContent
  ) {
    var number = beginning
    for _ in 0..<count {
      guard let digit = current?.hexadecimalValue, digit < radix else {
        return report(
          start, radix == 8 ? "this escape has three digits" : "this escape has \(count) digits")
      }
      number = number * radix + digit
      advance()
    }
    if !content.append(code: number) { report(start, "this escape stands for no character") }
  }
}

/// The content of a text or of bytes, as far as it was read.
struct LiteralContent {
  let isBytes: Bool
  private(set) var text = String.UnicodeScalarView()
  private(set) var bytes: [UInt8] = []

  init(isBytes: Bool) {
    self.isBytes = isBytes
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    if isBytes {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    } else {
      text.append(scalar)
    }
  }

  /// Appends what an escape stands for: a byte in bytes, else a code point. Returns false where there is none.
  mutating func append(code: UInt32) -> Bool {
    if isBytes {
      bytes.append(UInt8(truncatingIfNeeded: code))
      return true
    }
    guard let scalar = Unicode.Scalar(code) else { return false }
    text.append(scalar)
    return true
  }
}
