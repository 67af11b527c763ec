/// Builds the tree of an expression from its tokens, by the grammar of the Common Expression Language.
///
/// After a mistake the parser goes on behind it, so that all mistakes are found at once.
package struct Parser {
  private let tokens: [Token]
  private var index = 0
  private var depth = 0
  private(set) var issues: [SourceIssue]
  /// Where an issue was reported: one at each place is enough.
  private var places: Set<Position>

  private init(tokens: [Token], issues: [SourceIssue]) {
    self.tokens = tokens
    self.issues = issues
    places = Set(issues.map { Position(line: $0.line, column: $0.column) })
  }

  /// Returns the tree of an expression, and the mistakes in its writing.
  package static func parse(_ source: String) -> (Node, [SourceIssue]) {
    let (tokens, issues) = Lexer.tokens(of: source)
    var parser = Parser(tokens: tokens, issues: issues)
    if tokens.count > CheckedExpression.maximumTokens {
      let position = tokens[CheckedExpression.maximumTokens].position
      parser.report(
        position,
        "the expression has more than \(CheckedExpression.maximumTokens) names, values and signs")
      return (Node(kind: .invalid, position: position), parser.issues)
    }
    let node = parser.expression()
    if parser.token.kind != .end { parser.fail("an operator or the end") }
    return (node, parser.issues)
  }

  var token: Token { tokens[index] }

  mutating func advance() {
    index = min(index + 1, tokens.count - 1)
  }

  mutating func take(_ signs: String...) -> String? {
    guard case .sign(let sign) = token.kind, signs.contains(sign) else { return nil }
    advance()
    return sign
  }

  mutating func expect(_ sign: String) {
    if take(sign) != nil { return }
    fail("'\(sign)'")
    skip()
    _ = take(sign)
  }

  mutating func report(_ position: Position, _ problem: String) {
    if places.insert(position).inserted { issues.append(position.issue(problem)) }
  }

  mutating func fail(_ wanted: String) {
    if token.kind == .invalid { return }
    var hint = ""
    if case .name(let word) = token.kind { hint = Advice.hint(forWord: word) ?? "" }
    report(token.position, "expected \(wanted), found \(token.kind)" + hint)
  }

  /// Goes on to where an outer part of the expression may continue.
  mutating func skip() {
    var open = 0
    while token.kind != .end {
      switch token.kind {
      case .sign("("), .sign("["), .sign("{"): open += 1
      case .sign(")"), .sign("]"), .sign("}"):
        if open == 0 { return }
        open -= 1
      case .sign(","), .sign("&&"), .sign("||"), .sign(":"):
        if open == 0 { return }
      default: break
      }
      advance()
    }
  }

  mutating func node(_ kind: Node.Kind, at position: Position) -> Node {
    let node = Node(kind: kind, position: position)
    if node.depth <= CheckedExpression.maximumDepth { return node }
    return tooDeep(at: position)
  }

  private mutating func tooDeep(at position: Position) -> Node {
    // Reported once: whatever follows would only be as deep.
    index = tokens.count - 1
    let problem = "the expression is nested too deeply"
    if !issues.contains(where: { $0.problem == problem }) { report(position, problem) }
    return Node(kind: .invalid, position: position)
  }

  // MARK: - Operators, from the weakest binding to the strongest

  mutating func expression() -> Node {
    depth += 1
    defer { depth -= 1 }
    guard depth <= CheckedExpression.maximumNesting else { return tooDeep(at: token.position) }
    let condition = chain("||")
    let position = token.position
    guard take("?") != nil else { return condition }
    let first = chain("||")
    expect(":")
    let second = expression()
    return node(
      .call(function: "?:", target: nil, arguments: [condition, first, second]), at: position)
  }

  /// Two or more conditions that are joined by the same sign are one node.
  private mutating func chain(_ sign: String) -> Node {
    let first = sign == "||" ? chain("&&") : binary(level: 0)
    let position = token.position
    var arguments = [first]
    while take(sign) != nil { arguments.append(sign == "||" ? chain("&&") : binary(level: 0)) }
    return arguments.count == 1
      ? first : node(.call(function: sign, target: nil, arguments: arguments), at: position)
  }

  private static let levels: [[String]] = [
    ["==", "!=", "<", "<=", ">", ">=", "in"], ["+", "-"], ["*", "/", "%"],
  ]

  private mutating func binary(level: Int) -> Node {
    guard level < Self.levels.count else { return unary() }
    var left = binary(level: level + 1)
    while let (name, position) = takeOperator(of: Self.levels[level]) {
      let right = binary(level: level + 1)
      left = node(.call(function: name, target: nil, arguments: [left, right]), at: position)
    }
    return left
  }

  private mutating func takeOperator(of names: [String]) -> (String, Position)? {
    let position = token.position
    switch token.kind {
    case .sign(let sign) where names.contains(sign):
      advance()
      return (sign, position)
    case .name("in") where names.contains("in"):
      advance()
      return ("in", position)
    default: return nil
    }
  }

  private mutating func unary() -> Node {
    var signs: [(String, Position)] = []
    while true {
      let position = token.position
      guard let sign = take("!", "-") else { break }
      signs.append((sign, position))
    }
    // The sign before a number is a part of it: the smallest number can't be written otherwise.
    var negative: Position?
    if signs.last?.0 == "-", token.kind.isNumber { negative = signs.popLast()?.1 }
    var operand = member(negative: negative)
    for (sign, position) in signs.reversed() {
      operand = node(.call(function: sign, target: nil, arguments: [operand]), at: position)
    }
    return operand
  }
}

extension Token.Kind {
  fileprivate var isNumber: Bool {
    switch self {
    case .integer, .double: true
    default: false
    }
  }
}
