extension Compiler {
  mutating func call(
    _ name: String, _ overloads: [Overload], _ arguments: [TypedNode], _ node: TypedNode
  ) -> Code {
    if (name == "orValue" || name == "or"), overloads.allSatisfy({ $0.isMember && !$0.isHost }) {
      return alternative(arguments, isFlat: name == "or")
    }
    if name == "matches", arguments.count == 2, !overloads.contains(where: \.isHost) {
      return matching(arguments, node)
    }
    let codes = arguments.map { self.code($0) }
    let called = call(name, overloads, codes, arguments, node)
    let isConstant = codes.allSatisfy { $0.constant != nil } && !overloads.contains(where: \.isHost)
    return isConstant ? folded(called, node) : called
  }

  private func call(
    _ name: String, _ overloads: [Overload], _ codes: [Code], _ arguments: [TypedNode],
    _ node: TypedNode
  ) -> Code {
    let cost = codes.reduce(UInt64(0)) { $0.adding($1.cost) }
    if !overloads.contains(where: \.isHost),
      let kind = TypedCalls(node: Int32(node.id)).kind(name, codes)
    {
      return Code(kind.kind, cost: cost.adding(kind.cost))
    }
    let steps = zip(codes, arguments).map { wrapped($0, $1) }
    if overloads.contains(where: \.isHost) {
      return Code(Code.Kind(host(overloads, steps, node), of: node.type), cost: cost)
    }
    let (step, ownCost) = builtIn(overloads[0], steps, node)
    return Code(Code.Kind(step, of: node.type), cost: cost.adding(ownCost))
  }

  // MARK: - Functions that see their arguments before they are evaluated

  /// What stands in for an empty optional is evaluated only where it is needed.
  private mutating func alternative(_ arguments: [TypedNode], isFlat: Bool) -> Code {
    let (first, cost) = value(arguments[0])
    let other = laterValue(arguments[1])
    return Code(
      .value { frame throws(Failure) in
        let value = try first(frame)
        guard case .optional(let content) = value else { throw Failure(.noSuchOverload) }
        if let content { return isFlat ? value : content }
        let substitute = try other(frame)
        if isFlat, substitute.typeName != "optional_type" { throw Failure(.noSuchOverload) }
        return substitute
      }, cost: cost.adding(1))
  }

  private mutating func matching(_ arguments: [TypedNode], _ node: TypedNode) -> Code {
    let (text, source) = (value(arguments[0]), value(arguments[1]))
    let memory = PatternMemory()
    let place = Int32(node.id)
    return Code(
      .bool { frame throws(Failure) in
        guard case .string(let text) = try text.step(frame),
          case .string(let source) = try source.step(frame)
        else { throw Failure(.noSuchOverload, at: place) }
        try frame.spend(source.weight, place)
        guard let matcher = memory.matcher(of: source) else {
          throw Failure(.invalidPattern, at: place)
        }
        try frame.spend(text.weight.multiplied(by: memory.weight), place)
        return matcher.matches(text)
      }, cost: text.cost.adding(source.cost))
  }

  // MARK: - Functions of values

  /// Returns the step of a function of the language, and what it costs in any case.
  private func builtIn(
    _ overload: Overload, _ steps: [Step<Value>], _ node: TypedNode
  ) -> (step: Step<Value>, cost: UInt64) {
    let place = Int32(node.id)
    var fixed: UInt64 = 0
    var rule: CostRule? = overload.cost
    if case .fixed(let cost) = overload.cost { (fixed, rule) = (cost, nil) }
    switch overload.body {
    case .unary(let body): return (Self.unary(body, steps[0], rule, place), fixed)
    case .binary(let body): return (Self.binary(body, steps[0], steps[1], rule, place), fixed)
    case .variadic(let body): return (Self.variadic(body, steps, rule, place), fixed)
    case .host: preconditionFailure("functions of the host are called by their types")
    }
  }

  private static func unary(
    _ body: @escaping @Sendable (Value) throws(Failure) -> Value, _ first: @escaping Step<Value>,
    _ rule: CostRule?, _ place: Int32
  ) -> Step<Value> {
    { frame throws(Failure) in
      let value = try first(frame)
      if let rule {
        let limit = frame.remaining
        try frame.spend(rule.cost { _ in value.weight(atMost: limit) }, place)
      }
      do throws(Failure) { return try body(value) } catch { throw error.at(place) }
    }
  }

  private static func binary(
    _ body: @escaping @Sendable (Value, Value) throws(Failure) -> Value,
    _ first: @escaping Step<Value>, _ second: @escaping Step<Value>, _ rule: CostRule?,
    _ place: Int32
  ) -> Step<Value> {
    { frame throws(Failure) in
      let value = try first(frame)
      let other = try second(frame)
      if let rule {
        let limit = frame.remaining
        try frame.spend(rule.cost { ($0 == 0 ? value : other).weight(atMost: limit) }, place)
      }
      do throws(Failure) { return try body(value, other) } catch { throw error.at(place) }
    }
  }

  private static func variadic(
    _ body: @escaping @Sendable ([Value]) throws(Failure) -> Value, _ steps: [Step<Value>],
    _ rule: CostRule?, _ place: Int32
  ) -> Step<Value> {
    { frame throws(Failure) in
      let values = try Self.values(steps, frame)
      if let rule {
        let limit = frame.remaining
        try frame.spend(rule.cost { values[$0].weight(atMost: limit) }, place)
      }
      do throws(Failure) { return try body(values) } catch { throw error.at(place) }
    }
  }

  private static func values(
    _ steps: [Step<Value>], _ frame: Frame
  ) throws(Failure) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(steps.count)
    for step in steps { values.append(try step(frame)) }
    return values
  }

  /// Calls the form that takes values of these types, among those of the host and of the language.
  private func host(
    _ overloads: [Overload], _ steps: [Step<Value>], _ node: TypedNode
  ) -> Step<Value> {
    let place = Int32(node.id)
    let builtIns = overloads.filter { !$0.isHost }
    return { frame throws(Failure) in
      let values = try Self.values(steps, frame)
      let fitting = overloads.first { overload in
        overload.isHost && zip(overload.parameters, values).allSatisfy { $0.admits($1) }
      }
      guard let overload = fitting ?? builtIns.first else {
        throw Failure(.noSuchOverload, at: place)
      }
      let limit = frame.remaining
      try frame.spend(overload.cost.cost { values[$0].weight(atMost: limit) }, place)
      switch overload.body {
      case .host(let body):
        do throws(FunctionError) { return try body(values) } catch {
          frame.hostProblems[place] = error.problem
          throw Failure(.function, at: place)
        }
      default:
        do throws(Failure) { return try overload.builtIn(values) } catch { throw error.at(place) }
      }
    }
  }
}

/// Keeps the pattern that was asked for last, which mostly stands in the expression itself.
private final class PatternMemory {
  private var source: String?
  private var matcher: Matcher?
  private(set) var weight: UInt64 = 0

  /// Returns what matches a pattern, or nil where it is none.
  func matcher(of source: String) -> Matcher? {
    if let known = self.source, known.isSame(as: source) { return matcher }
    let pattern = try? Pattern(source)
    self.source = source
    weight = pattern?.weight ?? 0
    matcher = pattern.map { Matcher($0) }
    return matcher
  }
}
