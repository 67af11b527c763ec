extension Parser {
  // MARK: - Fields, methods and indices

  mutating func member(negative: Position?) -> Node {
    var operand = primary(negative: negative)
    while true {
      let position = token.position
      if take(".") != nil {
        operand = selection(of: operand)
      } else if take("[") != nil {
        let isOptional = take("?") != nil
        let index = expression()
        expect("]")
        operand = node(
          .call(function: isOptional ? "[?]" : "[]", target: nil, arguments: [operand, index]),
          at: position)
      } else if let name = operand.qualifiedName, take("{") != nil {
        operand = node(.record(name, entries(ofRecord: true)), at: operand.position)
      } else {
        return operand
      }
    }
  }

  private mutating func selection(of operand: Node) -> Node {
    let isOptional = take("?") != nil
    let position = token.position
    switch token.kind {
    case .name(let name):
      advance()
      if !isOptional, take("(") != nil {
        let arguments = list(endingIn: ")")
        return node(.call(function: name, target: operand, arguments: arguments), at: position)
      }
      return node(.select(operand, field: name, isOptional: isOptional), at: position)
    case .quotedName(let name):
      advance()
      return node(.select(operand, field: name, isOptional: isOptional), at: position)
    default:
      fail("a field's name")
      skip()
      return Node(kind: .invalid, position: position)
    }
  }

  // MARK: - Values

  private mutating func primary(negative: Position?) -> Node {
    let start = token
    let position = negative ?? start.position
    if let literal = literal(start, isNegative: negative != nil) {
      advance()
      return Node(kind: .literal(literal), position: position)
    }
    switch start.kind {
    case .name(let name):
      advance()
      return named(name, isAbsolute: false, at: position)
    case .sign("."):
      advance()
      guard case .name(let name) = token.kind else { return missing("a name") }
      advance()
      return named(name, isAbsolute: true, at: position)
    case .sign("("):
      advance()
      let inner = expression()
      expect(")")
      return inner
    case .sign("["):
      advance()
      return node(.list(elements()), at: position)
    case .sign("{"):
      advance()
      return node(.map(entries(ofRecord: false)), at: position)
    default: return missing("a value")
    }
  }

  private mutating func missing(_ wanted: String) -> Node {
    let position = token.position
    fail(wanted)
    if token.kind == .invalid { advance() } else { skip() }
    return Node(kind: .invalid, position: position)
  }

  private mutating func literal(_ token: Token, isNegative: Bool) -> Value? {
    switch token.kind {
    case .integer(let magnitude): return .int(integer(magnitude, isNegative, at: token.position))
    case .unsigned(let number): return .uint(number)
    case .double(let number): return .double(isNegative ? -number : number)
    case .text(let text): return .string(text)
    case .bytes(let bytes): return .bytes(bytes)
    case .name("true"): return .bool(true)
    case .name("false"): return .bool(false)
    case .name("null"): return .null
    default: return nil
    }
  }

  private mutating func integer(
    _ magnitude: UInt64, _ isNegative: Bool, at position: Position
  ) -> Int64 {
    if isNegative, magnitude == Int64.min.magnitude { return .min }
    guard let number = Int64(exactly: magnitude) else {
      report(position, "'\(magnitude)' is no number of 64 bits")
      return 0
    }
    return isNegative ? -number : number
  }

  private mutating func named(_ name: String, isAbsolute: Bool, at position: Position) -> Node {
    let isReserved = Self.reserved.contains(name)
    if isReserved { report(position, "'\(name)' is a word that the language keeps for itself") }
    if take("(") != nil {
      let arguments = list(endingIn: ")")
      let function = isAbsolute ? "." + name : name
      return node(.call(function: function, target: nil, arguments: arguments), at: position)
    }
    return Node(
      kind: isReserved ? .invalid : .name(name, isAbsolute: isAbsolute), position: position)
  }

  /// The words that can't be names, so that expressions stay readable to those who know other languages.
  static let reserved: Set<String> = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "in", "let",
    "loop", "namespace", "package", "return", "var", "void", "while",
  ]

  // MARK: - Lists and maps

  /// Reads parts and commas up to a closing sign. A comma may stand before it only where `isOpenEnded`.
  private mutating func parts<Part>(
    endingIn sign: String, isOpenEnded: Bool, _ part: (inout Parser) -> Part
  ) -> [Part] {
    var parts: [Part] = []
    if take(sign) != nil { return parts }
    while true {
      if isOpenEnded, !parts.isEmpty, take(sign) != nil { return parts }
      parts.append(part(&self))
      if take(",") != nil { continue }
      if take(sign) != nil { return parts }
      // Behind a mistake the next part may follow.
      fail("',' or '\(sign)'")
      skip()
      if take(",") != nil { continue }
      _ = take(sign)
      return parts
    }
  }

  private mutating func list(endingIn sign: String) -> [Node] {
    parts(endingIn: sign, isOpenEnded: false) { $0.expression() }
  }

  private mutating func elements() -> [Node.Element] {
    parts(endingIn: "]", isOpenEnded: true) { parser in
      let isOptional = parser.take("?") != nil
      return Node.Element(node: parser.expression(), isOptional: isOptional)
    }
  }

  private mutating func entries(ofRecord isRecord: Bool) -> [Node.Entry] {
    parts(endingIn: "}", isOpenEnded: true) { parser in
      let isOptional = parser.take("?") != nil
      let key = isRecord ? parser.fieldName() : parser.expression()
      parser.expect(":")
      return Node.Entry(key: key, value: parser.expression(), isOptional: isOptional)
    }
  }

  private mutating func fieldName() -> Node {
    switch token.kind {
    case .name(let name), .quotedName(let name):
      let position = token.position
      advance()
      return Node(kind: .literal(.string(name)), position: position)
    default: return missing("a field's name")
    }
  }
}

extension Node {
  /// The name that a chain of names and points spells, such as `google.protobuf.Timestamp`.
  var qualifiedName: String? {
    switch kind {
    case .name(let name, let isAbsolute): return isAbsolute ? "." + name : name
    case .select(let operand, let field, isOptional: false):
      return operand.qualifiedName.map { $0 + "." + field }
    default: return nil
    }
  }
}
