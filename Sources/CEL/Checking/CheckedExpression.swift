/// An expression whose names and types are known to fit.
public struct CheckedExpression: Sendable {
  /// The expression as it was written.
  public let source: String
  /// The environment in which it was checked.
  public let environment: Environment
  /// The expression's outermost part.
  package let root: TypedNode
  /// How many variables of macros are there at once.
  let localCount: Int
  let nodeCount: Int

  /// How deeply parentheses, brackets and calls may be nested within each other.
  public static let maximumNesting = 64
  /// How deeply parts may be nested within each other, sums of many terms and chains of methods included.
  public static let maximumDepth = 250
  /// How many names, values and signs an expression may have.
  public static let maximumTokens = 20_000

  init(_ source: String, in environment: Environment, isStrict: Bool) throws(SourceIssues) {
    let (node, mistakes) = Parser.parse(source)
    if !isStrict, !mistakes.isEmpty { throw SourceIssues(mistakes) }
    var checker = Checker(environment: environment, isStrict: isStrict)
    let root = checker.check(node)
    // What follows from a mistake in the writing at the same place is no second mistake.
    let places = Set(mistakes.map { Position(line: $0.line, column: $0.column) })
    let issues =
      mistakes
      + checker.issues.filter { !places.contains(Position(line: $0.line, column: $0.column)) }
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

extension CheckedExpression: CustomStringConvertible {
  /// The expression as it was written.
  public var description: String { source }
}
