extension Lexer {
  /// Reads `12`, `0x1F`, `12u`, `1.5`, `.5` or `1e-3`.
  mutating func number(at start: Position) -> Token.Kind {
    if current == "0", peek(1) == "x" || peek(1) == "X" { return hexadecimal(at: start) }
    var text = digits()
    var isWhole = true
    if current == ".", peek(1)?.isDigit == true {
      isWhole = false
      advance()
      text = (text.isEmpty ? "0" : text) + "." + digits()
    }
    if let exponent = exponent() {
      isWhole = false
      text += exponent
    }
    if let scalar = current, scalar.isNameStart, !isWhole || (scalar != "u" && scalar != "U") {
      return reject(text + word(), at: start)
    }
    return isWhole ? whole(text, radix: 10, at: start) : real(text, at: start)
  }

  private mutating func hexadecimal(at start: Position) -> Token.Kind {
    advance(2)
    var text = ""
    while let scalar = current, scalar.hexadecimalValue != nil {
      text.unicodeScalars.append(scalar)
      advance()
    }
    return whole(text, radix: 16, at: start)
  }

  private mutating func whole(_ digits: String, radix: Int, at start: Position) -> Token.Kind {
    let isUnsigned = current == "u" || current == "U"
    if isUnsigned { advance() }
    let rest = word()
    let shown = (radix == 16 ? "0x" : "") + digits + (isUnsigned ? "u" : "") + rest
    guard rest.isEmpty, let number = UInt64(digits, radix: radix) else {
      return reject(shown, at: start)
    }
    return isUnsigned ? .unsigned(number) : .integer(number)
  }

  private mutating func real(_ text: String, at start: Position) -> Token.Kind {
    guard let number = Double(text), number.isFinite else { return reject(text, at: start) }
    return .double(number)
  }

  private mutating func reject(_ text: String, at start: Position) -> Token.Kind {
    report(start, "'\(text)' is no number of 64 bits")
    return .invalid
  }

  private mutating func digits() -> String {
    var digits = ""
    while let scalar = current, scalar.isDigit {
      digits.unicodeScalars.append(scalar)
      advance()
    }
    return digits
  }

  private mutating func exponent() -> String? {
    guard current == "e" || current == "E" else { return nil }
    let isSigned = peek(1) == "+" || peek(1) == "-"
    guard peek(isSigned ? 2 : 1)?.isDigit == true else { return nil }
    let sign = isSigned ? peek(1).map { String($0) } ?? "" : ""
    advance(isSigned ? 2 : 1)
    return "e" + sign + digits()
  }
}
