extension Compiler {
  mutating func comprehension(_ comprehension: Comprehension, _ node: TypedNode) -> Code {
    let range = code(comprehension.range)
    let cost = range.cost.adding(1)
    // The index of a list's elements has no column, so two variables take values.
    if case .records(let fields, let find) = range.kind, comprehension.result == nil,
      comprehension.locals.count == 1, comprehension.form != .filter
    {
      return Code(.bool(question(comprehension, fields, find, node)), cost: cost)
    }
    let elements = wrapped(range, comprehension.range)
    let hidden = comprehension.locals.map { self.elements.removeValue(forKey: $0) }
    defer {
      for (local, fields) in zip(comprehension.locals, hidden) { self.elements[local] = fields }
    }
    let condition = comprehension.condition.map { laterCondition($0) }
    let result = comprehension.result.map { laterValue($0) }
    let walk = ElementWalk(
      elements: elements, locals: comprehension.locals, node: Int32(node.id),
      condition: condition ?? { _ in true })
    guard let result else { return walk.question(comprehension.form, cost: cost) }
    return walk.transformation(comprehension.form, result, cost: cost)
  }

  /// A question about a batch's records, without making values of them.
  private mutating func question(
    _ comprehension: Comprehension, _ fields: RecordColumns,
    _ find: @escaping (Int) -> Range<Int>?, _ node: TypedNode
  ) -> Step<Bool> {
    let local = comprehension.locals[0]
    let hidden = elements.updateValue(fields, forKey: local)
    defer { elements[local] = hidden }
    guard let condition = comprehension.condition else { return { _ in true } }
    let body = code(condition)
    let holds = self.condition(body, condition)
    // Each element costs one, and what its condition costs in any case.
    let cost = body.cost.adding(1)
    let place = Int32(node.id)
    var tally = Tally(comprehension.form)
    tally.isFinished = false
    return { [tally] frame throws(Failure) in
      guard let rows = find(frame.row.pointee) else { throw Failure(.missing, at: place) }
      var tally = tally
      for row in rows {
        frame.cursors[local] = row
        try frame.spend(cost, place)
        do throws(Failure) { tally.count(try holds(frame)) } catch { try tally.note(error) }
        if tally.isFinished { break }
      }
      return try tally.answer()
    }
  }
}

/// Counts for how many elements a condition holds, as far as the question needs to know.
struct Tally {
  private let form: Comprehension.Form
  private var held = 0
  private var failure: Failure?
  /// Whether no further element can change the answer.
  var isFinished = false
  private var decided: Bool?

  init(_ form: Comprehension.Form) {
    self.form = form
  }

  @inline(__always)
  mutating func count(_ holds: Bool) {
    if holds { held += 1 }
    if form == .exists && holds || form == .all && !holds {
      decided = holds
      isFinished = true
    }
  }

  /// A failure counts only where no other element decides; but exactly one can't be known then.
  mutating func note(_ error: Failure) throws(Failure) {
    if error.isFinal || form == .existsOne { throw error }
    failure = failure ?? error
  }

  func answer() throws(Failure) -> Bool {
    if let decided { return decided }
    if let failure { throw failure }
    return form == .existsOne ? held == 1 : form == .all
  }
}

/// Lets a macro's variables stand for each element of a list, or entry of a map, in turn.
private struct ElementWalk {
  let elements: Step<Value>
  let locals: [Int]
  let node: Int32
  let condition: Step<Bool>

  /// Calls a function for each element, with its index or key, until it returns false.
  private func each(
    _ frame: Frame, _ visit: (Value, Value) throws(Failure) -> Bool
  ) throws(Failure) {
    switch try elements(frame) {
    case .list(let elements):
      for (index, element) in elements.enumerated() {
        try frame.spend(1, node)
        let key = Value.int(Int64(index))
        set(frame, key, element, single: element)
        guard try visit(key, element) else { return }
      }
    case .map(let map):
      for (key, value) in zip(map.keys, map.values) {
        try frame.spend(1, node)
        set(frame, key, value, single: key)
        guard try visit(key, key) else { return }
      }
    default: throw Failure(.noSuchOverload, at: node)
    }
  }

  private func set(_ frame: Frame, _ key: Value, _ value: Value, single: Value) {
    if locals.count == 1 {
      frame.locals[locals[0]] = single
    } else {
      frame.locals[locals[0]] = key
      frame.locals[locals[1]] = value
    }
  }

  func question(_ form: Comprehension.Form, cost: UInt64) -> Code {
    guard form != .filter else { return filter(cost: cost) }
    return Code(
      .bool { frame throws(Failure) in
        var tally = Tally(form)
        try each(frame) { _, element throws(Failure) in
          do throws(Failure) { tally.count(try condition(frame)) } catch { try tally.note(error) }
          if tally.isFinished, !frame.outcomes.isEmpty { frame.deciding[node] = element }
          return !tally.isFinished
        }
        return try tally.answer()
      }, cost: cost)
  }

  private func filter(cost: UInt64) -> Code {
    Code(
      .value { frame throws(Failure) in
        var kept: [Value] = []
        try each(frame) { _, element throws(Failure) in
          if try condition(frame) { kept.append(element) }
          return true
        }
        return .list(kept)
      }, cost: cost)
  }

  func transformation(
    _ form: Comprehension.Form, _ result: @escaping Step<Value>, cost: UInt64
  ) -> Code {
    switch form {
    case .transformMap, .transformMapEntry:
      let takesEntries = form == .transformMapEntry
      return Code(
        .value { frame throws(Failure) in
          var map = MapValue()
          try each(frame) { key, _ throws(Failure) in
            guard try condition(frame) else { return true }
            let value = try result(frame)
            if takesEntries { try add(value, to: &map) } else { try map.add(value, for: key, node) }
            return true
          }
          return .map(map)
        }, cost: cost)
    default:
      return Code(
        .value { frame throws(Failure) in
          var values: [Value] = []
          try each(frame) { _, _ throws(Failure) in
            if try condition(frame) { values.append(try result(frame)) }
            return true
          }
          return .list(values)
        }, cost: cost)
    }
  }

  private func add(_ entry: Value, to map: inout MapValue) throws(Failure) {
    guard case .map(let entry) = entry, entry.count == 1 else {
      throw Failure(.invalidArgument, at: node)
    }
    try map.add(entry.values[0], for: entry.keys[0], node)
  }
}
