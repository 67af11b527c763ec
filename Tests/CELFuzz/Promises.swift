import CEL

/// What must hold of every expression, whatever it is.
struct Promises {
  /// An evaluation may cost no more, so that none takes long.
  static let costLimit: UInt64 = 20_000
  private let sources = SampleWorld.sources
  /// Enough rows to be asked at once.
  private static let rowCount = 20
  private let packedSources = SampleWorld.packed(rowCount: rowCount)

  /// Returns which promise an expression breaks, or nil where it keeps all.
  func breach(of source: String) -> String? {
    let (tree, issues) = Parser.parse(source)
    if issues.isEmpty {
      let printed = tree.description
      let (again, mistakes) = Parser.parse(printed)
      if !mistakes.isEmpty { return "what is printed can't be parsed: \(printed)" }
      if again != tree { return "what is printed is another expression: \(printed)" }
    }
    let expression: CheckedExpression
    do {
      expression = try SampleWorld.environment.check(source)
    } catch {
      return error.issues.isEmpty ? "it was refused without a reason" : nil
    }
    return breach(of: expression)
  }

  private func breach(of expression: CheckedExpression) -> String? {
    let plain = Outcome(expression)
    let explained = Outcome(expression, explains: true)
    if explained != plain {
      return "explaining changes what it comes to: \(explained) instead of \(plain)"
    }
    if explained.isUnexplained { return "there is no explanation" }
    if let value = plain.value {
      if !value.is(expression.type) { return "\(value) isn't \(expression.type)" }
      if !expression.estimatedCost.contains(plain.cost) {
        return "it costs \(plain.cost), estimated \(expression.estimatedCost)"
      }
    }
    return breachOfLimit(expression, plain) ?? breachOfAgreement(expression, plain)
  }

  private func breachOfLimit(_ expression: CheckedExpression, _ plain: Outcome) -> String? {
    guard plain.value != nil, plain.cost > 0 else { return nil }
    if Outcome(expression, limit: plain.cost) != plain { return "a limit that suffices fires" }
    for explains in [false, true] {
      let limited = Outcome(expression, limit: plain.cost - 1, explains: explains)
      if limited.code != .costLimit { return "a limit of \(plain.cost - 1) doesn't fire" }
    }
    return nil
  }

  /// Types that are known, types that are found out, and columns lead to the same value.
  private func breachOfAgreement(_ expression: CheckedExpression, _ plain: Outcome) -> String? {
    guard let untyped = try? SampleWorld.environment.parse(expression.source) else {
      return "it can be checked but not parsed"
    }
    if !plain.agrees(with: Outcome(untyped)) {
      return "without types it comes to \(Outcome(untyped)) instead of \(plain)"
    }
    let batch = BatchEvaluator(expression, sources: sources, costLimit: Self.costLimit)
    let inBatch = Outcome { () throws(EvaluationError) in try batch.value(row: 0) }
    if !plain.agrees(with: inBatch) { return "over columns it comes to \(inBatch), not \(plain)" }
    let packed = BatchEvaluator(expression, sources: packedSources, costLimit: Self.costLimit)
    let inMemory = Outcome { () throws(EvaluationError) in try packed.value(row: 0) }
    if !plain.agrees(with: inMemory) { return "over numbers it comes to \(inMemory), not \(plain)" }
    guard expression.type == .bool else { return nil }
    return breachOfBatch(expression, cost: packed.cost)
  }

  /// Rows that are asked at once are answered as they are one by one, and the same limits fire.
  private func breachOfBatch(_ expression: CheckedExpression, cost: UInt64) -> String? {
    let limits = [Self.costLimit, cost, cost &- 1, cost / 2].filter { $0 <= Self.costLimit }
    for limit in limits {
      for sources in [sources, packedSources] {
        let evaluator = BatchEvaluator(expression, sources: sources, costLimit: limit)
        let alone = Result { try evaluator.answer(row: 0) }
        let trouble = evaluator.trouble
        let together = Result { try evaluator.answers(rows: 0..<Self.rowCount) }
        switch (alone, together) {
        case (.success(let answer), .success(let answers)):
          let troubles = trouble.map { Array(repeating: $0, count: Self.rowCount) } ?? []
          if answers.allSatisfy({ $0 == answer }), evaluator.troubles.map(\.error) == troubles {
            continue
          }
        case (.failure, .failure): continue
        default: break
        }
        return "at once it comes to \(together) with a limit of \(limit), alone to \(alone)"
      }
    }
    return nil
  }
}

/// What an evaluation came to.
struct Outcome: Equatable {
  let value: Value?
  let code: EvaluationError.Code?
  let cost: UInt64
  var isUnexplained = false

  init(
    _ expression: CheckedExpression, limit: UInt64 = Promises.costLimit, explains: Bool = false
  ) {
    let evaluator = Evaluator(expression, costLimit: limit, explains: explains)
    for (name, value) in SampleWorld.values { evaluator[name] = value }
    let outcome = Outcome { () throws(EvaluationError) in try evaluator.value() }
    (value, code) = (outcome.value, outcome.code)
    cost = evaluator.cost
    isUnexplained = explains && evaluator.explanation == nil
  }

  init(_ evaluate: () throws(EvaluationError) -> Value) {
    do {
      value = try evaluate()
      code = nil
    } catch {
      value = nil
      code = error.code
    }
    cost = 0
  }

  static func == (first: Outcome, second: Outcome) -> Bool {
    first.cost == second.cost && first.agrees(with: second) && first.code == second.code
  }

  /// Whether both have the same value, or neither has one. Ways to evaluate differ in what they cost near the limit.
  func agrees(with other: Outcome) -> Bool {
    if code == .costLimit || other.code == .costLimit { return true }
    guard let value, let other = other.value else { return value == nil && other.value == nil }
    return value.description == other.description
  }
}

extension Value {
  /// Whether the value and all within it are of a type.
  func `is`(_ type: ValueType) -> Bool {
    switch (type, self) {
    case (.dynamic, _): true
    case (.list(let element), .list(let elements)): elements.allSatisfy { $0.is(element) }
    case (.map(let key, let value), .map(let map)):
      map.keys.allSatisfy { $0.is(key) } && map.values.allSatisfy { $0.is(value) }
    case (.optional(let content), .optional(let value)): value?.is(content) ?? true
    case (.wrapper(let content), _): self == .null || self.is(content)
    case (.type, .type), (.null, .null), (.bool, .bool), (.int, .int), (.uint, .uint),
      (.double, .double), (.string, .string), (.bytes, .bytes), (.timestamp, .timestamp),
      (.duration, .duration):
      true
    case (.record(let name), .record(let record)): record.schema.name == name
    default: false
    }
  }
}
