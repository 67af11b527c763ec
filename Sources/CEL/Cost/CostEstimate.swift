extension CheckedExpression {
  /// What an evaluation costs at least and at most, as far as the expression and the declared sizes of variables tell.
  ///
  /// An evaluation that ends with a value never costs less nor more. `UInt64.max` means that there is no telling: a text or
  /// list of unknown size is walked through.
  public var estimatedCost: ClosedRange<UInt64> {
    var estimator = Estimator(environment: environment)
    return estimator.estimate(root).cost
  }
}

/// What is known of a part before it is evaluated.
struct Estimate {
  typealias Range = ClosedRange<UInt64>
  var cost: Range
  /// The weight of the value; see `CostRule`.
  var weight: Range
  /// How many elements or entries the value has, and what is known of each.
  var count: Range = 0...UInt64.max
  var elementWeight: Range = 1...UInt64.max
  var keyWeight: Range = 1...UInt64.max
}

extension Estimate.Range {
  static let unknown: Self = 1...UInt64.max
  static let single: Self = 1...1

  static func + (first: Self, second: Self) -> Self {
    first.lowerBound.adding(second.lowerBound)...first.upperBound.adding(second.upperBound)
  }

  static func * (first: Self, second: Self) -> Self {
    first.lowerBound.multiplied(
      by: second.lowerBound)...first.upperBound.multiplied(by: second.upperBound)
  }

  /// Both as one range, where either may hold.
  func or(_ other: Self) -> Self {
    Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
  }

  static func exactly(_ number: UInt64) -> Self { number...number }
}

/// Estimates what the parts of an expression cost.
private struct Estimator {
  let environment: Environment
  /// What is known of the values for which macros' variables stand.
  var locals: [Int: Estimate] = [:]

  mutating func estimate(_ node: TypedNode) -> Estimate {
    switch node.kind {
    case .literal(let value): return literal(value)
    case .variable(let place): return variable(environment.variables[place])
    case .local(let place):
      var estimate = locals[place] ?? unknown(node.type)
      estimate.cost = .single
      return estimate
    case .select(let operand, _, _):
      var estimate = unknown(node.type)
      estimate.cost = self.estimate(operand).cost + .single
      return estimate
    case .has(let operand, _):
      return Estimate(cost: .single + upTo(estimate(operand).cost), weight: .single)
    case .list(let elements): return list(elements)
    case .map(let entries): return map(entries)
    case .record(_, let fields): return record(fields)
    case .logic(_, let nodes): return logic(nodes)
    case .conditional(let condition, let first, let second):
      return conditional(condition, first, second)
    case .call(let name, let overloads, let arguments):
      return call(name, overloads, arguments, node)
    case .comprehension(let comprehension): return self.comprehension(comprehension, node)
    case .bind(let local, let value, let body):
      let value = estimate(value)
      locals[local] = value
      var estimate = estimate(body)
      estimate.cost = estimate.cost + value.cost + .single
      return estimate
    case .optionalMap(let local, let value, let body, _):
      let value = estimate(value)
      locals[local] = nil
      let body = estimate(body)
      var estimate = unknown(node.type)
      estimate.cost = value.cost + .single + (0...body.cost.upperBound)
      return estimate
    case .failure: return unknown(.dynamic)
    }
  }

  // MARK: - Values

  private func literal(_ value: Value) -> Estimate {
    Estimate(cost: .exactly(0), weight: .exactly(value.weight))
  }

  private func unknown(_ type: ValueType) -> Estimate {
    Estimate(cost: .exactly(0), weight: type.isSingle ? .single : .unknown)
  }

  private func variable(_ variable: Environment.Variable) -> Estimate {
    var estimate = unknown(variable.type)
    estimate.cost = .single
    guard let size = variable.maximumSize else { return estimate }
    switch variable.type {
    case .string, .bytes: estimate.weight = 1...((size.adding(9)) / 10).adding(1)
    case .list(let element):
      estimate.count = 0...size
      estimate.elementWeight = unknown(element).weight
      estimate.weight = .single + estimate.count * estimate.elementWeight
    case .map(let key, let value):
      estimate.count = 0...size
      estimate.keyWeight = unknown(key).weight
      estimate.elementWeight = unknown(value).weight
      estimate.weight = .single + estimate.count * (estimate.keyWeight + estimate.elementWeight)
    default: break
    }
    return estimate
  }

  private mutating func list(_ elements: [TypedNode.Element]) -> Estimate {
    let all = elements.map { estimate($0.node) }
    let required = UInt64(elements.filter { !$0.isOptional }.count)
    var result = Estimate(cost: .exactly(UInt64(1 + elements.count)), weight: .single)
    result.count = required...UInt64(elements.count)
    result.elementWeight = all.isEmpty ? .exactly(1) : all[0].weight
    for (element, estimate) in zip(elements, all) {
      result.cost = result.cost + estimate.cost
      result.weight = result.weight + contribution(estimate.weight, element.isOptional)
      result.elementWeight = result.elementWeight.or(
        contribution(estimate.weight, element.isOptional))
    }
    return result
  }

  private mutating func map(_ entries: [TypedNode.Entry]) -> Estimate {
    var result = Estimate(cost: .exactly(UInt64(1 + entries.count)), weight: .single)
    result.count = UInt64(entries.filter { !$0.isOptional }.count)...UInt64(entries.count)
    for entry in entries {
      let key = estimate(entry.key)
      let value = estimate(entry.value)
      result.cost = result.cost + key.cost + value.cost
      result.weight = result.weight + contribution(key.weight + value.weight, entry.isOptional)
    }
    return result
  }

  private mutating func record(_ fields: [TypedNode.Field]) -> Estimate {
    var result = Estimate(cost: .exactly(UInt64(1 + fields.count)), weight: .single)
    for field in fields {
      let value = estimate(field.value)
      result.cost = result.cost + value.cost
      result.weight = result.weight + contribution(value.weight, field.isOptional)
    }
    return result
  }

  /// What an element adds to the weight of the whole; an optional one may add nothing.
  private func contribution(_ weight: Estimate.Range, _ isOptional: Bool) -> Estimate.Range {
    isOptional ? 0...weight.upperBound : weight
  }

  // MARK: - Logic

  private mutating func logic(_ nodes: [TypedNode]) -> Estimate {
    let all = nodes.reduce(.single) { $0 + upTo(estimate($1).cost) }
    return Estimate(cost: all, weight: .single)
  }

  /// A part whose failure may be passed over can end at once.
  private func upTo(_ cost: Estimate.Range) -> Estimate.Range { 0...cost.upperBound }

  private mutating func conditional(
    _ condition: TypedNode, _ first: TypedNode, _ second: TypedNode
  ) -> Estimate {
    let condition = estimate(condition)
    let first = estimate(first)
    let second = estimate(second)
    var result = first
    result.cost = condition.cost + .single + first.cost.or(second.cost)
    result.weight = first.weight.or(second.weight)
    result.count = first.count.or(second.count)
    result.elementWeight = first.elementWeight.or(second.elementWeight)
    result.keyWeight = first.keyWeight.or(second.keyWeight)
    return result
  }

  // MARK: - Calls

  private mutating func call(
    _ name: String, _ overloads: [Overload], _ arguments: [TypedNode], _ node: TypedNode
  ) -> Estimate {
    let all = arguments.map { estimate($0) }
    var result = unknown(node.type)
    if name == "or" || name == "orValue", overloads.allSatisfy({ $0.isMember && !$0.isHost }) {
      result.cost = all[0].cost + .single + (0...all[1].cost.upperBound)
      return result
    }
    result.cost = all.reduce(.exactly(0)) { $0 + $1.cost }
    if name == "matches", all.count == 2, !overloads.contains(where: \.isHost) {
      result.cost = result.cost + all[1].weight + all[0].weight * patternWeight(arguments[1])
    } else if let first = overloads.first {
      let own = overloads.map { $0.cost.range(all.map(\.weight)) }
      result.cost = result.cost + own.reduce(first.cost.range(all.map(\.weight))) { $0.or($1) }
    }
    refine(&result, name, all, node)
    return result
  }

  private func patternWeight(_ node: TypedNode) -> Estimate.Range {
    if case .literal(.string(let source)) = node.kind, let pattern = try? Pattern(source) {
      return .exactly(pattern.weight)
    }
    return 1...Pattern.greatestWeight
  }

  /// Adds what is known of the results of some functions.
  private func refine(
    _ result: inout Estimate, _ name: String, _ arguments: [Estimate], _ node: TypedNode
  ) {
    switch (name, arguments.count) {
    case ("+", 2) where !node.type.isSingle:
      result.weight = 1...(arguments[0].weight + arguments[1].weight).upperBound
      if case .list = node.type {
        result.count = arguments[0].count + arguments[1].count
        result.elementWeight = arguments[0].elementWeight.or(arguments[1].elementWeight)
      }
    case ("dyn", 1):
      let cost = result.cost
      result = arguments[0]
      result.cost = cost
    default: break
    }
  }

  // MARK: - Macros

  private mutating func comprehension(
    _ comprehension: Comprehension, _ node: TypedNode
  ) -> Estimate {
    let range = estimate(comprehension.range)
    bind(comprehension, range)
    let condition = comprehension.condition.map { estimate($0) }
    let made = comprehension.result.map { estimate($0) }
    let conditionCost = condition?.cost ?? .exactly(0)
    let madeCost = made?.cost ?? .exactly(0)
    let each =
      Estimate.Range.single + conditionCost
      + (condition == nil ? madeCost : 0...madeCost.upperBound)
    let canStop = comprehension.form == .all || comprehension.form == .exists
    let least: UInt64 =
      canStop
      ? min(range.count.lowerBound, 1)
      : range.count.lowerBound.multiplied(by: each.lowerBound)
    var result = unknown(node.type)
    result.cost =
      range.cost + .single + (least...range.count.upperBound.multiplied(by: each.upperBound))
    if let made, comprehension.form == .map || comprehension.form == .transformList {
      result.count = (condition == nil ? range.count.lowerBound : 0)...range.count.upperBound
      result.elementWeight = made.weight
      result.weight = .single + result.count * made.weight
    } else if comprehension.form == .filter {
      result.count = 0...range.count.upperBound
      result.weight = 1...range.weight.upperBound
    }
    return result
  }

  private mutating func bind(_ comprehension: Comprehension, _ range: Estimate) {
    var isMap = false
    if case .map = comprehension.range.type { isMap = true }
    let element = Estimate(cost: .single, weight: range.elementWeight)
    let key = Estimate(cost: .single, weight: isMap ? range.keyWeight : .single)
    let isDynamic = comprehension.range.type.isDynamic
    let anything = unknown(.dynamic)
    if comprehension.locals.count == 1 {
      locals[comprehension.locals[0]] = isDynamic ? anything : isMap ? key : element
    } else {
      locals[comprehension.locals[0]] = isDynamic ? anything : key
      locals[comprehension.locals[1]] = isDynamic ? anything : element
    }
  }
}

extension CostRule {
  /// Returns what a call costs at least and at most, from the weights of its arguments.
  fileprivate func range(_ weights: [Estimate.Range]) -> Estimate.Range {
    cost { weights[$0].lowerBound }...cost { weights[$0].upperBound }
  }
}

extension ValueType {
  /// Whether every value of the type weighs one.
  fileprivate var isSingle: Bool {
    switch self {
    case .null, .bool, .int, .uint, .double, .timestamp, .duration, .type: true
    case .wrapper(let content): content.isSingle
    default: false
    }
  }
}
