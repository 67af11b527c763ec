/// Evaluates one expression again and again, for one task at a time.
///
/// ```swift
/// let evaluator = Evaluator(try environment.check("grade >= 11 && passed"))
/// let grade = evaluator.place(of: "grade")
/// for student in students {
///   evaluator[grade] = .int(student.grade)
///   …
///   if try evaluator.value() == .bool(true) { … }
/// }
/// ```
public final class Evaluator {
  /// The expression.
  public let expression: CheckedExpression
  private let frame: Frame
  private let step: Step<Value>

  /// What an evaluation may cost, unless the host says otherwise.
  public static let defaultCostLimit: UInt64 = 1_000_000

  /// Creates an evaluator, which compiles the expression.
  ///
  /// - Parameters:
  ///   - expression: The expression.
  ///   - costLimit: What an evaluation may cost; see `CostRule`.
  ///   - explains: Whether `explanation` says how the value came about.
  public init(
    _ expression: CheckedExpression, costLimit: UInt64 = Evaluator.defaultCostLimit,
    explains: Bool = false
  ) {
    self.expression = expression
    frame = Frame(
      variableCount: expression.environment.variables.count, localCount: expression.localCount,
      outcomeCount: explains ? expression.nodeCount : 0, limit: costLimit)
    var compiler = Compiler(expression: expression, sources: nil, explains: explains)
    step = compiler.laterValue(expression.root)
    frame.constants = compiler.constants
  }

  /// Returns the place of a variable by its whole name, which stays the same for all expressions of an environment.
  public func place(of variable: String) -> Int {
    guard let place = expression.environment.place(of: variable) else {
      preconditionFailure("the environment declares no variable '\(variable)'")
    }
    return place
  }

  /// The value of the variable at a place; nil where it is missing.
  public subscript(place: Int) -> Value? {
    get { frame.variables[place] }
    set { frame.variables[place] = newValue }
  }

  /// The value of a variable; nil where it is missing.
  public subscript(variable: String) -> Value? {
    get { self[place(of: variable)] }
    set { self[place(of: variable)] = newValue }
  }

  /// Returns the value of the expression over the variables as they are.
  ///
  /// As the language asks, `false && x` and `true || x` have a value even where `x` has none, from either side.
  ///
  /// - Throws: `EvaluationError` where the expression has no value, or would cost more than it may.
  public func value() throws(EvaluationError) -> Value {
    frame.reset()
    do throws(Failure) {
      let value = try step(frame)
      frame.note(.value(value), at: expression.root.id)
      return value
    } catch {
      frame.note(.failure(error), at: expression.root.id)
      throw expression.error(error, frame)
    }
  }

  /// What the last evaluation cost.
  public var cost: UInt64 { frame.cost }

  /// How the last value came about; nil where the evaluator doesn't explain, or hasn't evaluated yet.
  public var explanation: Explanation? {
    frame.outcomes.isEmpty ? nil : Explainer(expression, frame).explanation()
  }
}

extension CheckedExpression {
  /// Returns the value of the expression over variables by their names; those that aren't named are missing.
  ///
  /// - Throws: `EvaluationError` where the expression has no value, would cost more than it may, or a name isn't declared.
  public func value(
    over variables: [String: Value] = [:], costLimit: UInt64 = Evaluator.defaultCostLimit
  ) throws(EvaluationError) -> Value {
    let evaluator = Evaluator(self, costLimit: costLimit)
    for (name, value) in variables {
      guard let place = environment.place(of: name) else { throw undeclared(name) }
      evaluator[place] = value
    }
    return try evaluator.value()
  }

  private func undeclared(_ name: String) -> EvaluationError {
    let hint = suggestion(for: name, among: environment.variables.map(\.name))
    return EvaluationError(
      code: .undeclared, problem: "no variable '\(name)' is declared" + hint, line: 1, column: 1,
      expression: source)
  }

  /// Puts a failure into words.
  func error(_ failure: Failure, _ frame: Frame) -> EvaluationError {
    let node = root.part(Int(failure.node)) ?? root
    return EvaluationError(
      code: failure.code, problem: problem(of: failure, at: node, frame),
      line: node.syntax.position.line,
      column: node.syntax.position.column, expression: source)
  }
}

extension CheckedExpression {
  private func problem(of failure: Failure, at node: TypedNode, _ frame: Frame) -> String {
    switch failure.code {
    case .function: return frame.hostProblems[failure.node] ?? failure.code.problem
    case .costLimit:
      let shown = source.count > 200 ? source.prefix(200) + "…" : source[...]
      return "the expression costs more than the limit of \(frame.limit): \(shown)"
    case .missing: return "'\(node.syntax)' has no value"
    case .noSuchKey, .noSuchField, .emptyOptional, .indexOutOfRange, .noSuchOverload:
      return "\(failure.code.problem) in '\(node.syntax)'"
    case .invalidArgument:
      guard case .call(let name, _, _) = node.kind else { return failure.code.problem }
      return StandardLibrary.problem(ofArgumentsTo: name) ?? failure.code.problem
    default: return failure.code.problem
    }
  }
}

extension TypedNode {
  /// Returns the part at a place among all.
  fileprivate func part(_ place: Int) -> TypedNode? {
    if id == place { return self }
    for part in parts {
      if let found = part.part(place) { return found }
    }
    return nil
  }
}
