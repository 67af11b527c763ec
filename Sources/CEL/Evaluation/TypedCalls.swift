/// Functions whose arguments' types are known, compiled without wrapping a value.
struct TypedCalls {
  let node: Int32

  /// Returns what a function comes to, with what it costs in any case; nil where it has to take values.
  func kind(_ name: String, _ arguments: [Code]) -> (kind: Code.Kind, cost: UInt64)? {
    switch (name, arguments.count) {
    case ("!", 1): return not(arguments[0])
    case ("size", 1): return size(arguments[0])
    case ("==", 2): return equality(arguments[0], arguments[1], wanted: true)
    case ("!=", 2): return equality(arguments[0], arguments[1], wanted: false)
    case ("<", 2), ("<=", 2), (">", 2), (">=", 2): return order(name, arguments[0], arguments[1])
    case ("+", 2), ("-", 2), ("*", 2), ("/", 2), ("%", 2):
      return arithmetic(name, arguments[0], arguments[1])
    case ("in", 2): return membership(arguments[0], arguments[1])
    case ("startsWith", 2), ("endsWith", 2), ("contains", 2):
      return question(name, arguments[0], arguments[1])
    default: return nil
    }
  }

  // MARK: - One argument

  private func not(_ argument: Code) -> (Code.Kind, UInt64)? {
    guard case .bool(let step) = argument.kind else { return nil }
    return (.bool { frame throws(Failure) in try !step(frame) }, 1)
  }

  private func size(_ argument: Code) -> (Code.Kind, UInt64)? {
    let place = node
    if case .records(_, let find) = argument.kind {
      return (
        .int { frame throws(Failure) in
          guard let rows = find(frame.row.pointee) else { throw Failure(.missing, at: place) }
          return Int64(rows.count)
        }, 1
      )
    }
    guard let text = argument.text else { return nil }
    return (
      .int { frame throws(Failure) in
        let text = try text(frame)
        try frame.spend(text.weight, place)
        return Int64(text.unicodeScalars.count)
      }, 0
    )
  }

  // MARK: - Equality

  private func equality(_ first: Code, _ second: Code, wanted: Bool) -> (Code.Kind, UInt64)? {
    if let coded = codedEquality(first, second, wanted) { return (.bool(coded), 1) }
    if let first = first.int, let second = second.int {
      return (.bool { f throws(Failure) in (try first(f) == (try second(f))) == wanted }, 1)
    }
    if let first = first.text, let second = second.text {
      return (.bool(texts(first, second) { $0.isSame(as: $1) == wanted }), 0)
    }
    if case .bool(let first) = first.kind, case .bool(let second) = second.kind {
      return (.bool { f throws(Failure) in (try first(f) == (try second(f))) == wanted }, 1)
    }
    if let first = first.timestamp, let second = second.timestamp {
      return (.bool { f throws(Failure) in (try first(f) == (try second(f))) == wanted }, 1)
    }
    if let first = first.double, let second = second.double {
      return (.bool { f throws(Failure) in (try first(f) == (try second(f))) == wanted }, 1)
    }
    if let first = first.uint, let second = second.uint {
      return (.bool { f throws(Failure) in (try first(f) == (try second(f))) == wanted }, 1)
    }
    return nil
  }

  /// Compares numbers that stand for texts, where both are of the same kind or one text stands in the expression.
  private func codedEquality(_ first: Code, _ second: Code, _ wanted: Bool) -> Step<Bool>? {
    switch (first.kind, second.kind) {
    case (.code(let codes, let first), .code(let others, let second)) where codes === others:
      return { f throws(Failure) in (try first(f) == (try second(f))) == wanted }
    case (.code(let codes, let step), .constant(.string(let text))),
      (.constant(.string(let text)), .code(let codes, let step)):
      guard let code = codes.code(text) else { return nil }
      return { f throws(Failure) in (try step(f) == code) == wanted }
    default: return nil
    }
  }

  /// Two texts cost the lesser of their weights.
  private func texts(
    _ first: @escaping Step<String>, _ second: @escaping Step<String>,
    _ holds: @escaping (String, String) -> Bool
  ) -> Step<Bool> {
    let place = node
    return { frame throws(Failure) in
      let text = try first(frame)
      let other = try second(frame)
      try frame.spend(min(text.weight, other.weight), place)
      return holds(text, other)
    }
  }

  // MARK: - Order

  private func order(_ sign: String, _ first: Code, _ second: Code) -> (Code.Kind, UInt64)? {
    if let first = first.int, let second = second.int {
      return (.bool(ordered(sign, first, second)), 1)
    }
    if let first = first.timestamp, let second = second.timestamp {
      return (.bool(ordered(sign, first, second)), 1)
    }
    if let first = first.double, let second = second.double {
      return (.bool(ordered(sign, first, second)), 1)
    }
    if let first = first.uint, let second = second.uint {
      return (.bool(ordered(sign, first, second)), 1)
    }
    if let first = first.text, let second = second.text {
      let holds: (String, String) -> Bool =
        switch sign {
        case "<": { $0.precedes($1) }
        case "<=": { !$1.precedes($0) }
        case ">": { $1.precedes($0) }
        default: { !$0.precedes($1) }
        }
      return (.bool(texts(first, second, holds)), 0)
    }
    return nil
  }

  @inline(__always)
  private func ordered<Ordered: Comparable>(
    _ sign: String, _ first: @escaping Step<Ordered>, _ second: @escaping Step<Ordered>
  ) -> Step<Bool> {
    switch sign {
    case "<": { f throws(Failure) in try first(f) < (try second(f)) }
    case "<=": { f throws(Failure) in try first(f) <= (try second(f)) }
    case ">": { f throws(Failure) in try first(f) > (try second(f)) }
    default: { f throws(Failure) in try first(f) >= (try second(f)) }
    }
  }

  // MARK: - Arithmetic

  private func arithmetic(_ sign: String, _ first: Code, _ second: Code) -> (Code.Kind, UInt64)? {
    // What is added up is charged by its weight, as the language's definition of `+` says; two numbers weigh two.
    let cost: UInt64 = sign == "+" ? 2 : 1
    if let first = first.int, let second = second.int {
      return (.int(whole(sign, first, second)), cost)
    }
    if let first = first.uint, let second = second.uint {
      return (.uint(whole(sign, first, second)), cost)
    }
    if let first = first.double, let second = second.double, sign != "%" {
      return (.double(real(sign, first, second)), cost)
    }
    return nil
  }

  @inline(__always)
  private func whole<Number: FixedWidthInteger>(
    _ sign: String, _ first: @escaping Step<Number>, _ second: @escaping Step<Number>
  ) -> Step<Number> {
    let place = node
    let reckon: (Number, Number) throws(Failure) -> Number =
      switch sign {
      case "+": { a, b throws(Failure) in try StandardLibrary.whole(a.addingReportingOverflow(b)) }
      case "-":
        { a, b throws(Failure) in try StandardLibrary.whole(a.subtractingReportingOverflow(b)) }
      case "*":
        { a, b throws(Failure) in try StandardLibrary.whole(a.multipliedReportingOverflow(by: b)) }
      case "/": { a, b throws(Failure) in try StandardLibrary.quotient(a, b) }
      default: { a, b throws(Failure) in try StandardLibrary.rest(a, b) }
      }
    return { frame throws(Failure) in
      let number = try first(frame)
      let other = try second(frame)
      do throws(Failure) { return try reckon(number, other) } catch { throw error.at(place) }
    }
  }

  private func real(
    _ sign: String, _ first: @escaping Step<Double>, _ second: @escaping Step<Double>
  ) -> Step<Double> {
    switch sign {
    case "+": { f throws(Failure) in try first(f) + (try second(f)) }
    case "-": { f throws(Failure) in try first(f) - (try second(f)) }
    case "*": { f throws(Failure) in try first(f) * (try second(f)) }
    default: { f throws(Failure) in try first(f) / (try second(f)) }
    }
  }

  // MARK: - Membership and texts

  /// Looks for a value among those that stand in the expression.
  private func membership(_ value: Code, _ list: Code) -> (Code.Kind, UInt64)? {
    guard let constant = list.constant, case .list(let elements) = constant else { return nil }
    let weight = constant.weight
    if case .code(let codes, let step) = value.kind {
      let known = elements.compactMap { $0.text.flatMap(codes.code) }
      if known.count == elements.count {
        return (.bool { frame throws(Failure) in known.contains(try step(frame)) }, weight)
      }
    }
    if let step = value.text {
      let texts = elements.compactMap(\.text)
      guard texts.count == elements.count else { return nil }
      return (
        .bool { frame throws(Failure) in
          let text = try step(frame)
          return texts.contains { $0.isSame(as: text) }
        }, weight
      )
    }
    guard let step = value.int else { return nil }
    let numbers = elements.compactMap(\.wholeNumber)
    guard numbers.count == elements.count else { return nil }
    return (.bool { frame throws(Failure) in numbers.contains(try step(frame)) }, weight)
  }

  private func question(_ name: String, _ whole: Code, _ part: Code) -> (Code.Kind, UInt64)? {
    guard let whole = whole.text, let part = part.text else { return nil }
    let place = node
    let holds: (String, String) -> Bool =
      switch name {
      case "startsWith": { $0.begins(with: $1) }
      case "endsWith": { $0.ends(with: $1) }
      default: { $0.holds($1) }
      }
    let isSearch = name == "contains"
    return (
      .bool { frame throws(Failure) in
        let text = try whole(frame)
        let other = try part(frame)
        let weight = isSearch ? text.weight.multiplied(by: other.weight) : other.weight
        try frame.spend(weight, place)
        return holds(text, other)
      }, 0
    )
  }
}

extension Value {
  fileprivate var text: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  fileprivate var wholeNumber: Int64? {
    if case .int(let number) = self { return number }
    return nil
  }
}
