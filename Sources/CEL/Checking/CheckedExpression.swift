/// An expression whose names and types are known to fit.
public struct CheckedExpression: Sendable {
  /// The expression as it was written.
  public let source: String
  /// The environment in which it was checked.
  public let environment: Environment
  let root: TypedNode
  /// How many variables of macros are there at once.
  let localCount: Int
  let nodeCount: Int

  /// How deeply parts may be nested within each other.
  public static let maximumDepth = 250
  /// How many names, values and signs an expression may have.
  public static let maximumTokens = 20_000

  init(_ source: String, in environment: Environment, isStrict: Bool) throws(SourceIssues) {
    let (node, mistakes) = Parser.parse(source)
    if !isStrict, !mistakes.isEmpty { throw SourceIssues(mistakes) }
    var checker = Checker(environment: environment, isStrict: isStrict)
    let root = checker.check(node)
    let issues = mistakes + checker.issues
    guard issues.isEmpty else { throw SourceIssues(issues) }
    self.source = source
    self.environment = environment
    self.root = root.mapTypes { [unifier = checker.unifier] in unifier.resolve($0, isFinal: true) }
    localCount = checker.maximumLocals
    nodeCount = checker.nodeCount
  }

  /// The type of the expression's value.
  public var type: ValueType { root.type }
}

extension CheckedExpression {
  /// The variables that the expression reads, each with the fields read of it, such as `["enrollments", "program"]` for
  /// `enrollments.exists(e, e.program == program)`; without fields where the whole variable is read.
  public var reads: Set<[String]> {
    var reader = ReadsCollector(environment: environment)
    reader.visit(root)
    return reader.reads
  }
}

/// Collects what an expression reads.
private struct ReadsCollector {
  let environment: Environment
  var reads: Set<[String]> = []
  /// What the variables of macros stand for, where that is a part of a variable.
  var locals: [Int: [String]] = [:]

  mutating func visit(_ node: TypedNode) {
    switch node.kind {
    case .select(let operand, _, _), .has(let operand, _):
      if let path = path(node) {
        reads.insert(path)
      } else {
        visit(operand)
      }
    case .variable, .local:
      if let path = path(node) { reads.insert(path) }
    case .comprehension(let comprehension):
      visit(comprehension.range)
      let path = path(comprehension.range)
      // A single variable stands for a key of a map, but of lists and dynamic ranges for the element.
      for local in comprehension.locals { locals[local] = path }
      for part in [comprehension.condition, comprehension.result] { part.map { visit($0) } }
    case .bind(let local, let value, let body), .optionalMap(let local, let value, let body, _):
      visit(value)
      locals[local] = path(value)
      visit(body)
    default: node.parts.forEach { visit($0) }
    }
  }

  private func path(_ node: TypedNode) -> [String]? {
    switch node.kind {
    case .variable(let place): [environment.variables[place].name]
    case .local(let place): locals[place]
    case .select(let operand, let field, _), .has(let operand, let field):
      path(operand).map { $0 + [field] }
    default: nil
    }
  }
}
