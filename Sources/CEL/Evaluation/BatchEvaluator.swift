/// Evaluates one expression for the rows of batches, reading columns without making a value of every cell.
///
/// Comparisons, membership, logic, `size`, `startsWith` and its like, and `all`, `exists` and `existsOne` over records work on
/// what the columns hold; other functions get values of just what they take.
public final class BatchEvaluator {
  /// The expression.
  public let expression: CheckedExpression
  private let frame: Frame
  private let step: Step<Value>
  private let isTrue: Step<Bool>

  /// Creates an evaluator, which compiles the expression.
  ///
  /// - Parameters:
  ///   - expression: The expression.
  ///   - sources: Where rows find the values of variables, by their names; a variable without a source is always missing.
  ///     What is read of a source has the type with which the variable was declared.
  ///   - costLimit: What the evaluation of a row may cost; see `CostRule`. Texts that stand in a column as numbers weigh 1
  ///     where they are compared.
  public init(
    _ expression: CheckedExpression, sources: [String: Source],
    costLimit: UInt64 = Evaluator.defaultCostLimit
  ) {
    self.expression = expression
    let variables = expression.environment.variables
    frame = Frame(
      variableCount: variables.count, localCount: expression.localCount, outcomeCount: 0,
      limit: costLimit)
    var compiler = Compiler(
      expression: expression,
      sources: variables.map { sources[$0.name] ?? .column(.value { _ in nil }) }, explains: false)
    step = compiler.laterValue(expression.root)
    isTrue = compiler.laterCondition(expression.root)
  }

  /// Returns the answer for a row of an expression that is a question.
  ///
  /// - Throws: `EvaluationError` where the evaluation would cost more than it may; any other trouble is no answer.
  public func answer(row: Int) throws(EvaluationError) -> Answer {
    frame.row.pointee = row
    frame.reset()
    do throws(Failure) { return try isTrue(frame) ? .yes : .no } catch {
      if error.isFinal { throw expression.error(error, frame) }
      return .none
    }
  }

  /// Returns the value for a row.
  ///
  /// - Throws: `EvaluationError` where the expression has no value, or would cost more than it may.
  public func value(row: Int) throws(EvaluationError) -> Value {
    frame.row.pointee = row
    frame.reset()
    do throws(Failure) { return try step(frame) } catch { throw expression.error(error, frame) }
  }

  /// What the last evaluation cost.
  public var cost: UInt64 { frame.cost }
}
