/// Compiles an expression into ways to ask it of a stretch of rows.
///
/// What they say of a row is what evaluating it says, or nothing. Each part may spend only its share of the limit before it
/// leaves a row open, so that no row passes the limit unnoticed.
struct KernelCompiler {
  let expression: CheckedExpression
  /// Where rows find variables, by their places.
  let sources: [Source]
  /// What each part may cost.
  let share: UInt64
  /// Evaluates the parts for which there is no quicker way.
  let frame: Frame
  var compiler: Compiler

  /// Returns how the expression is asked of a stretch of rows, or nil where asking them one by one is as quick.
  static func kernel(
    of expression: CheckedExpression, sources: [Source], costLimit: UInt64
  ) -> Kernel? {
    // A part costs one, its share, or what its text weighs, where it had no number yet when rows were compiled for.
    let share = costLimit / 3 / UInt64(expression.nodeCount)
    guard share > 0 else { return nil }
    var compiler = KernelCompiler(
      expression: expression, sources: sources, share: share,
      frame: Frame(
        variableCount: sources.count, localCount: expression.localCount, outcomeCount: 0,
        limit: share),
      compiler: Compiler(expression: expression, sources: sources, explains: false))
    return compiler.question(expression.root)
  }

  /// Returns how a part is asked, if need be row by row.
  private mutating func anyQuestion(_ node: TypedNode) -> Kernel {
    if let question = question(node) { return question }
    return Kernels.each(compiler.laterCondition(node), frame)
  }

  /// Returns how a part is asked of many rows at once, or nil where there is no such way.
  private mutating func question(_ node: TypedNode) -> Kernel? {
    if let simple = simpleQuestion(node) { return simple }
    if let judgement = judgement(of: node) { return judgement }
    switch node.kind {
    case .logic(let isAnd, let nodes): return logic(isAnd: isAnd, nodes)
    case .conditional(let condition, let first, let second)
    where first.type == .bool && second.type == .bool:
      guard let condition = question(condition) else { return nil }
      return Kernels.choice(condition, anyQuestion(first), anyQuestion(second))
    case .call("!", let overloads, let arguments) where !overloads.contains(where: \.isHost):
      return question(arguments[0]).map { Kernels.not($0) }
    case .call(let name, let overloads, let arguments)
    where arguments.count == 2 && !overloads.contains(where: \.isHost):
      guard arguments.allSatisfy({ $0.type == .bool }), name == "==" || name == "!=",
        let first = question(arguments[0])
      else { return nil }
      return Kernels.same(first, anyQuestion(arguments[1]), wanted: name == "==")
    case .comprehension(let comprehension): return existence(comprehension)
    default: return nil
    }
  }

  private mutating func logic(isAnd: Bool, _ nodes: [TypedNode]) -> Kernel? {
    let questions = nodes.map { question($0) }
    guard questions.contains(where: { $0 != nil }) else { return nil }
    var kernel: Kernel?
    for (node, question) in zip(nodes, questions) {
      let next = question ?? anyQuestion(node)
      kernel = kernel.map { Kernels.logic(isAnd: isAnd, $0, next) } ?? next
    }
    return kernel
  }

  /// Returns how a column is asked that stands by itself, is compared, or is asked whether it has a value.
  private mutating func simpleQuestion(_ node: TypedNode) -> Kernel? {
    switch node.kind {
    case .literal(.bool(let holds)): return Kernels.constant(holds)
    case .variable, .select: return cell(node)?.isTrue
    case .has(let operand, let field):
      guard case .variable(let variable) = operand.kind else { return nil }
      return sources[variable].cell(of: field)?.isThere
    case .call(let name, let overloads, let arguments):
      guard let sign = Comparison(rawValue: name), arguments.count == 2,
        !overloads.contains(where: \.isHost)
      else { return nil }
      if let comparison = comparison(sign, arguments[0], arguments[1]) { return comparison }
      guard case .bool(let holds)? = constant(node) else { return nil }
      return Kernels.constant(holds)
    default: return nil
    }
  }

  private mutating func comparison(
    _ sign: Comparison, _ first: TypedNode, _ second: TypedNode
  ) -> Kernel? {
    switch (cell(first), cell(second)) {
    case (let cell?, let other?): return cell.compared(sign, with: other)
    case (let cell?, nil): return constant(second).flatMap { cell.compared(sign, with: $0) }
    case (nil, let cell?):
      return constant(first).flatMap { cell.compared(sign.exchanged, with: $0) }
    default: return nil
    }
  }

  /// Returns the value of a part that is the same for every row.
  mutating func constant(_ node: TypedNode) -> Value? {
    let code = compiler.code(node)
    guard let value = code.constant, max(code.cost, value.weight) <= share else { return nil }
    return value
  }

  /// Returns what is read for a part, where it is a column's.
  func cell(_ node: TypedNode) -> CellReader? {
    switch node.kind {
    case .variable(let variable): return sources[variable].cell
    case .select(let operand, let field, isOptional: false):
      guard case .variable(let variable) = operand.kind else { return nil }
      return sources[variable].cell(of: field)
    case .call("size", let overloads, let arguments) where !overloads.contains(where: \.isHost):
      guard arguments.count == 1, case .variable(let variable) = arguments[0].kind,
        case .recordRanges(_, let ranges) = sources[variable]
      else { return nil }
      return .codes(CodeReader(countOf: ranges))
    default: return nil
    }
  }
}
