/// Compiles a checked expression into steps.
struct Compiler {
  let expression: CheckedExpression
  /// Where a batch finds each variable, by its place; nil where variables are set one by one.
  let sources: [Source]?
  let explains: Bool
  /// The batch's records for which macros' variables stand, by the variable's place.
  var elements: [Int: RecordColumns] = [:]
  /// The values of calls that are always the same, by the places of their nodes.
  private(set) var constants: [Int: Value] = [:]
  /// What calls may cost that are made while the expression is compiled.
  private var foldingLimit: UInt64 = 10_000

  init(expression: CheckedExpression, sources: [Source]?, explains: Bool) {
    self.expression = expression
    self.sources = sources
    self.explains = explains
  }

  mutating func code(_ node: TypedNode) -> Code {
    var code = build(node)
    if case .value(let step) = code.kind { code.kind = Code.Kind(step, of: node.type) }
    return explains ? recorded(code, node) : code
  }

  /// Returns a step that gives a value of any type.
  mutating func value(_ node: TypedNode) -> (step: Step<Value>, cost: UInt64) {
    let code = code(node)
    return (wrapped(code, node), code.cost)
  }

  private mutating func build(_ node: TypedNode) -> Code {
    let place = Int32(node.id)
    switch node.kind {
    case .literal(let value): return Code(.constant(value))
    case .variable(let variable): return self.variable(variable, node)
    case .local(let local): return self.local(local, node)
    case .select(let operand, let field, let isOptional):
      return select(operand, field, isOptional: isOptional, node)
    case .has(let operand, let field): return has(operand, field, node)
    case .list(let elements): return list(elements, node)
    case .map(let entries): return map(entries, node)
    case .record(let schema, let fields): return record(schema, fields)
    case .logic(let isAnd, let nodes): return logic(isAnd: isAnd, nodes)
    case .conditional(let condition, let first, let second):
      return conditional(condition, first, second)
    case .call(let name, let overloads, let arguments):
      return call(name, overloads, arguments, node)
    case .comprehension(let comprehension): return self.comprehension(comprehension, node)
    case .bind(let local, let value, let body): return bind(local, value, body)
    case .optionalMap(let local, let value, let body, let isFlat):
      return optionalMap(local, value, body, isFlat: isFlat)
    case .failure(let code):
      return Code(.value { _ throws(Failure) in throw Failure(code, at: place) })
    }
  }

  /// Returns the code of a call whose arguments never change: what it comes to, where it has a value and costs little.
  mutating func folded(_ code: Code, _ node: TypedNode) -> Code {
    let frame = Frame(variableCount: 0, localCount: 0, outcomeCount: 0, limit: foldingLimit)
    // What fails is left to fail when it is evaluated, if ever.
    guard let value = try? code.value(frame) else {
      foldingLimit -= frame.cost
      return code
    }
    foldingLimit -= frame.cost
    constants[node.id] = value
    return Code(.constant(value), cost: code.cost.adding(frame.cost))
  }

  // MARK: - What is spent and what is explained

  /// Returns a step that spends what it costs itself, for parts that aren't always evaluated.
  func spending(_ cost: UInt64, _ node: TypedNode, for step: @escaping Step<Value>) -> Step<Value> {
    let place = Int32(node.id)
    guard cost > 0 else { return step }
    return { frame throws(Failure) in
      try frame.spend(cost, place)
      return try step(frame)
    }
  }

  /// Returns a step that gives the value of a part that isn't always evaluated.
  mutating func laterValue(_ node: TypedNode) -> Step<Value> {
    let (step, cost) = value(node)
    return spending(cost, node, for: step)
  }

  /// Returns a step that says whether a part that isn't always evaluated is true.
  mutating func laterCondition(_ node: TypedNode) -> Step<Bool> {
    laterCondition(code(node), node)
  }

  /// Returns a step that says whether a compiled part that isn't always evaluated is true.
  func laterCondition(_ code: Code, _ node: TypedNode) -> Step<Bool> {
    let place = Int32(node.id)
    let step = condition(code, node)
    let cost = code.cost
    return { frame throws(Failure) in
      do throws(Failure) {
        try frame.spend(cost, place)
        return try step(frame)
      } catch {
        throw error.at(place)
      }
    }
  }

  /// Returns a step that fails with its node's place, and leaves behind what it came to.
  private func recorded(_ code: Code, _ node: TypedNode) -> Code {
    switch code.kind {
    case .constant, .record, .records: return code
    default: break
    }
    let step = code.value
    let place = node.id
    let recording: Step<Value> = { frame throws(Failure) in
      do throws(Failure) {
        let value = try step(frame)
        frame.outcomes[place] = .value(value)
        return value
      } catch {
        frame.outcomes[place] = .failure(error)
        throw error
      }
    }
    return Code(Code.Kind(recording, of: code.type ?? node.type), cost: code.cost)
  }

  // MARK: - Logic

  /// Returns a step that says whether a part is true, and fails where it is no bool.
  func condition(_ code: Code, _ node: TypedNode) -> Step<Bool> {
    switch code.kind {
    case .record, .records: Code(.value(wrapped(code, node))).bool
    default: code.bool
    }
  }

  private mutating func logic(isAnd: Bool, _ nodes: [TypedNode]) -> Code {
    let first = code(nodes[0])
    // The first condition is always asked, so what it costs is spent together with what surrounds it.
    var steps = [condition(first, nodes[0])]
    for node in nodes.dropFirst() { steps.append(laterCondition(node)) }
    let cost = first.cost.adding(1)
    if steps.count == 2 {
      return Code(.bool(Self.pair(steps[0], steps[1], decisive: !isAnd)), cost: cost)
    }
    return Code(.bool(Self.chain(steps, decisive: !isAnd)), cost: cost)
  }

  private static func pair(
    _ first: @escaping Step<Bool>, _ second: @escaping Step<Bool>, decisive: Bool
  ) -> Step<Bool> {
    { frame throws(Failure) in
      var failure: Failure?
      do throws(Failure) {
        if try first(frame) == decisive { return decisive }
      } catch {
        if error.isFinal { throw error }
        failure = error
      }
      guard let failure else { return try second(frame) }
      do throws(Failure) {
        if try second(frame) == decisive { return decisive }
      } catch {
        if error.isFinal { throw error }
      }
      throw failure
    }
  }

  private static func chain(_ steps: [Step<Bool>], decisive: Bool) -> Step<Bool> {
    { frame throws(Failure) in
      var failure: Failure?
      for step in steps {
        do throws(Failure) {
          if try step(frame) == decisive { return decisive }
        } catch {
          if error.isFinal { throw error }
          failure = failure ?? error
        }
      }
      if let failure { throw failure }
      return !decisive
    }
  }

  private mutating func conditional(
    _ condition: TypedNode, _ first: TypedNode, _ second: TypedNode
  ) -> Code {
    let test = code(condition)
    let cost = test.cost.adding(1)
    let isTrue = self.condition(test, condition)
    if first.type == .bool, second.type == .bool {
      let (yes, no) = (laterCondition(first), laterCondition(second))
      return Code(.bool { f throws(Failure) in try isTrue(f) ? try yes(f) : try no(f) }, cost: cost)
    }
    let (yes, no) = (laterValue(first), laterValue(second))
    return Code(
      .value { f throws(Failure) in try isTrue(f) ? try yes(f) : try no(f) }, cost: cost)
  }
}

extension Code {
  /// The type that the step gives, where the kind says so.
  fileprivate var type: ValueType? {
    switch kind {
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .text, .code: .string
    case .timestamp: .timestamp
    default: nil
    }
  }
}
