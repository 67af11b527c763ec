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
  private let sources: [Source]
  /// Why the last answer was none, where it was for another reason than that something is missing.
  public private(set) var trouble: EvaluationError?
  /// The rows of the last answers that are none for another reason than that something is missing, with that reason.
  public internal(set) var troubles: [RowTrouble] = []
  /// Asks many rows at once, where that is quicker; made when there are many for the first time.
  private(set) lazy var kernel = KernelCompiler.kernel(
    of: expression, sources: sources, costLimit: frame.limit)
  let states = Scratch(repeating: State.open)
  let asked = Scratch<UInt8>(repeating: 1)

  /// Creates an evaluator, which compiles the expression.
  ///
  /// - Parameters:
  ///   - expression: The expression.
  ///   - sources: Where rows find the values of variables, by their names; each is of the type with which its variable was
  ///     declared. A variable without a source is always missing.
  ///   - costLimit: What the evaluation of a row may cost; see `CostRule`. Texts that stand in a column as numbers weigh 1
  ///     where they are compared.
  public init(
    _ expression: CheckedExpression, sources: [String: Source],
    costLimit: UInt64 = Evaluator.defaultCostLimit
  ) {
    self.expression = expression
    Self.check(sources, against: expression.environment)
    let variables = expression.environment.variables
    frame = Frame(
      variableCount: variables.count, localCount: expression.localCount, outcomeCount: 0,
      limit: costLimit)
    self.sources = variables.map { sources[$0.name] ?? .column(.value { _ in nil }) }
    var compiler = Compiler(expression: expression, sources: self.sources, explains: false)
    let root = expression.root
    let code = compiler.code(root)
    step = compiler.spending(code.cost, root, for: compiler.wrapped(code, root))
    isTrue = compiler.laterCondition(code, root)
  }

  /// A source that fits no variable would leave its rules without an answer for ever, and nobody would know why.
  private static func check(_ sources: [String: Source], against environment: Environment) {
    for (name, source) in sources {
      guard let place = environment.place(of: name) else {
        preconditionFailure("the environment declares no variable '\(name)' for a source")
      }
      let type = environment.variables[place].type
      precondition(source.fits(type), "the source of '\(name)' doesn't give values of type \(type)")
    }
  }

  /// Returns the answer for a row of an expression that is a question.
  ///
  /// - Throws: `EvaluationError` where the evaluation would cost more than it may; any other trouble is no answer, and
  ///   `trouble` says which, unless something is missing.
  public func answer(row: Int) throws(EvaluationError) -> Answer {
    frame.row.pointee = row
    frame.reset()
    if trouble != nil { trouble = nil }
    do throws(Failure) { return try isTrue(frame) ? .yes : .no } catch {
      if error.isFinal { throw expression.error(error, frame) }
      if error.code != .missing { trouble = expression.error(error, frame) }
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

extension Source {
  /// Whether what is read here may be of a type.
  fileprivate func fits(_ type: ValueType) -> Bool {
    switch (self, type) {
    case (_, .dynamic), (.record, .record), (.ownRecord, .record), (.firstRecord, .record),
      (.records, .list(.record)), (.recordRanges, .list(.record)):
      true
    case (.column(let column), _): column.fits(type)
    case (.constant(let value), _): type.admits(value)
    default: false
    }
  }
}

extension Column {
  fileprivate func fits(_ type: ValueType) -> Bool {
    switch (self, type) {
    case (.value, _), (.bool, .bool), (.int, .int), (.double, .double), (.string, .string),
      (.code, .string), (.timestamp, .timestamp):
      true
    case (.packed(let column), _): column.plain.fits(type)
    case (_, .wrapper(let content)): fits(content)
    default: false
    }
  }
}
