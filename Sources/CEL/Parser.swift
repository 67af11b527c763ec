/// Builds the tree of an expression from its tokens, by the grammar of the Common Expression Language.
struct Parser {
  private let tokens: [Token]
  private var index = 0
  private var depth = 0

  private init(tokens: [Token]) {
    self.tokens = tokens
  }

  /// Returns the tree of an expression.
  static func parse(_ source: String) throws(SourceIssue) -> Node {
    let tokens = try Lexer.tokens(of: source)
    guard tokens.count <= CheckedExpression.maximumTokens else {
      throw tokens[CheckedExpression.maximumTokens].position.issue(
        "the expression has more than \(CheckedExpression.maximumTokens) names, values and signs")
    }
    var parser = Parser(tokens: tokens)
    let node = try parser.expression()
    guard parser.token.kind == .end else { throw parser.unexpected("an operator or the end") }
    return node
  }

  private var token: Token { tokens[index] }

  private mutating func advance() -> Token {
    defer { index = min(index + 1, tokens.count - 1) }
    return tokens[index]
  }

  private mutating func take(_ signs: String...) -> String? {
    guard case .sign(let sign) = token.kind, signs.contains(sign) else { return nil }
    _ = advance()
    return sign
  }

  private mutating func expect(_ sign: String) throws(SourceIssue) {
    if take(sign) == nil { throw unexpected("'\(sign)'") }
  }

  private func unexpected(_ wanted: String) -> SourceIssue {
    let found =
      switch token.kind {
      case .end: "the end"
      case .name(let name): "'\(name)'"
      case .integer(let number): "'\(number)'"
      case .text: "a text"
      case .sign(let sign): "'\(sign)'"
      }
    return token.position.issue("expected \(wanted), found \(found)")
  }

  // MARK: - Grammar, from the weakest binding to the strongest

  private mutating func expression() throws(SourceIssue) -> Node {
    depth += 1
    defer { depth -= 1 }
    guard depth <= CheckedExpression.maximumDepth else {
      throw token.position.issue(
        "the expression is nested deeper than \(CheckedExpression.maximumDepth)")
    }
    let condition = try binary(level: 0)
    let position = token.position
    guard take("?") != nil else { return condition }
    let first = try binary(level: 0)
    try expect(":")
    let second = try expression()
    return Node(
      kind: .call(function: "?:", target: nil, arguments: [condition, first, second]),
      position: position)
  }

  private static let levels: [[String]] = [
    ["||"], ["&&"], ["==", "!=", "<", "<=", ">", ">=", "in"], ["+", "-"], ["*", "/", "%"],
  ]

  private mutating func binary(level: Int) throws(SourceIssue) -> Node {
    guard level < Self.levels.count else { return try unary() }
    var left = try binary(level: level + 1)
    while let (name, position) = takeOperator(of: Self.levels[level]) {
      let right = try binary(level: level + 1)
      left = Node(
        kind: .call(function: name, target: nil, arguments: [left, right]), position: position)
    }
    return left
  }

  private mutating func takeOperator(of names: [String]) -> (String, Position)? {
    let position = token.position
    switch token.kind {
    case .sign(let sign) where names.contains(sign):
      _ = advance()
      return (sign, position)
    case .name("in") where names.contains("in"):
      _ = advance()
      return ("in", position)
    default: return nil
    }
  }

  private mutating func unary() throws(SourceIssue) -> Node {
    var signs: [(String, Position)] = []
    while true {
      let position = token.position
      guard let sign = take("!", "-") else { break }
      signs.append((sign, position))
    }
    return try signs.reversed().reduce(into: member()) { (node: inout Node, sign) in
      node = Node(
        kind: .call(function: sign.0 == "!" ? "!" : "negate", target: nil, arguments: [node]),
        position: sign.1)
    }
  }

  private mutating func member() throws(SourceIssue) -> Node {
    var node = try primary()
    while take(".") != nil {
      let position = token.position
      guard case .name(let name) = token.kind else { throw unexpected("a field's name") }
      _ = advance()
      if take("(") != nil {
        let arguments = try list(endingIn: ")")
        node = Node(
          kind: .call(function: name, target: node, arguments: arguments), position: position)
      } else {
        node = Node(kind: .select(node, field: name), position: position)
      }
    }
    return node
  }

  private mutating func primary() throws(SourceIssue) -> Node {
    let start = token
    switch start.kind {
    case .integer(let number):
      _ = advance()
      return Node(kind: .literal(.int(number)), position: start.position)
    case .text(let text):
      _ = advance()
      return Node(kind: .literal(.string(text)), position: start.position)
    case .name(let name):
      _ = advance()
      return try named(name, at: start.position)
    case .sign("("):
      _ = advance()
      let inner = try expression()
      try expect(")")
      return inner
    case .sign("["):
      _ = advance()
      return Node(kind: .list(try list(endingIn: "]")), position: start.position)
    default: throw unexpected("a value")
    }
  }

  private mutating func named(_ name: String, at position: Position) throws(SourceIssue) -> Node {
    switch name {
    case "true": return Node(kind: .literal(.bool(true)), position: position)
    case "false": return Node(kind: .literal(.bool(false)), position: position)
    default: break
    }
    guard take("(") != nil else { return Node(kind: .name(name), position: position) }
    let arguments = try list(endingIn: ")")
    return Node(
      kind: .call(function: name, target: nil, arguments: arguments), position: position)
  }

  private mutating func list(endingIn sign: String) throws(SourceIssue) -> [Node] {
    var nodes: [Node] = []
    if take(sign) != nil { return nodes }
    repeat {
      nodes.append(try expression())
    } while take(",") != nil
    try expect(sign)
    return nodes
  }
}
