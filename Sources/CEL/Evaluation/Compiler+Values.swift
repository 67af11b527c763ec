extension Compiler {
  // MARK: - Lists, maps and records

  mutating func list(_ elements: [TypedNode.Element], _ node: TypedNode) -> Code {
    var cost = UInt64(1 + elements.count)
    if let constant = node.constant { return Code(.constant(constant), cost: node.constantCost) }
    var steps: [(step: Step<Value>, isOptional: Bool)] = []
    for element in elements {
      let (step, elementCost) = value(element.node)
      cost = cost.adding(elementCost)
      steps.append((step, element.isOptional))
    }
    return Code(
      .value { frame throws(Failure) in
        var values: [Value] = []
        values.reserveCapacity(steps.count)
        for (step, isOptional) in steps {
          if let value = try Self.given(try step(frame), isOptional) { values.append(value) }
        }
        return .list(values)
      }, cost: cost)
  }

  mutating func map(_ entries: [TypedNode.Entry], _ node: TypedNode) -> Code {
    let place = Int32(node.id)
    var cost = UInt64(1 + entries.count)
    var steps: [(key: Step<Value>, value: Step<Value>, isOptional: Bool)] = []
    for entry in entries {
      let (key, keyCost) = value(entry.key)
      let (step, valueCost) = value(entry.value)
      cost = cost.adding(keyCost).adding(valueCost)
      steps.append((key, step, entry.isOptional))
    }
    return Code(
      .value { frame throws(Failure) in
        var map = MapValue()
        for (keyStep, valueStep, isOptional) in steps {
          let key = try keyStep(frame)
          guard let value = try Self.given(try valueStep(frame), isOptional) else { continue }
          try map.add(value, for: key, place)
        }
        return .map(map)
      }, cost: cost)
  }

  mutating func record(_ schema: RecordSchema, _ fields: [TypedNode.Field]) -> Code {
    var cost = UInt64(1 + fields.count)
    var steps: [(place: Int, step: Step<Value>, isOptional: Bool)] = []
    for field in fields {
      let (step, fieldCost) = value(field.value)
      cost = cost.adding(fieldCost)
      steps.append((field.place, step, field.isOptional))
    }
    return Code(
      .value { frame throws(Failure) in
        var record = Record(schema)
        for (place, step, isOptional) in steps {
          record.values[place] = try Self.given(try step(frame), isOptional)
        }
        return .record(record)
      }, cost: cost)
  }

  /// Returns what an element, entry or field gives: an optional one what it holds, if anything.
  private static func given(_ value: Value, _ isOptional: Bool) throws(Failure) -> Value? {
    guard isOptional else { return value }
    guard case .optional(let content) = value else { throw Failure(.noSuchOverload) }
    return content
  }

  // MARK: - Names for values

  mutating func bind(_ local: Int, _ value: TypedNode, _ body: TypedNode) -> Code {
    let (step, cost) = self.value(value)
    let hidden = elements.removeValue(forKey: local)
    let code = code(body)
    elements[local] = hidden
    let bodyStep = wrapped(code, body)
    return Code(
      Code.Kind(
        { frame throws(Failure) in
          frame.locals[local] = try step(frame)
          return try bodyStep(frame)
        }, of: body.type), cost: cost.adding(code.cost).adding(1))
  }

  mutating func optionalMap(
    _ local: Int, _ target: TypedNode, _ body: TypedNode, isFlat: Bool
  ) -> Code {
    let (step, cost) = value(target)
    let hidden = elements.removeValue(forKey: local)
    let bodyStep = laterValue(body)
    elements[local] = hidden
    return Code(
      .value { frame throws(Failure) in
        guard case .optional(let content) = try step(frame) else { throw Failure(.noSuchOverload) }
        guard let content else { return .optional(nil) }
        frame.locals[local] = content
        let result = try bodyStep(frame)
        return isFlat ? result : .optional(result)
      }, cost: cost.adding(1))
  }
}

extension TypedNode {
  /// What it costs to make a list of literals, with those within it.
  fileprivate var constantCost: UInt64 {
    guard case .list(let elements) = kind else { return 0 }
    return elements.reduce(UInt64(1 + elements.count)) { $0.adding($1.node.constantCost) }
  }
}

extension MapValue {
  mutating func add(_ value: Value, for key: Value, _ node: Int32) throws(Failure) {
    if insert(value, for: key) { return }
    throw Failure(key.canBeKey ? .repeatedKey : .invalidKey, at: node)
  }
}
