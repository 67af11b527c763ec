extension Value {
  /// Returns whether both are equal as the language sees it: numbers by their amount, texts by their code points, lists
  /// and maps by their content; values of other types differ.
  public func equals(_ other: Value) -> Bool {
    switch (self, other) {
    case (.null, .null): true
    case (.bool(let first), .bool(let second)): first == second
    case (.int(let first), .int(let second)): first == second
    case (.string(let first), .string(let second)): first.isSame(as: second)
    case (.bytes(let first), .bytes(let second)): first == second
    case (.timestamp(let first), .timestamp(let second)): first == second
    case (.duration(let first), .duration(let second)): first == second
    case (.type(let first), .type(let second)): first == second
    case (.list(let first), .list(let second)):
      first.count == second.count && zip(first, second).allSatisfy { $0.equals($1) }
    case (.map(let first), .map(let second)): first.equals(second)
    case (.record(let first), .record(let second)): first.equals(second)
    case (.optional(let first), .optional(let second)): Self.equal(first, second)
    default: order(to: other, numbersOnly: true) == .same
    }
  }

  private static func equal(_ first: Value?, _ second: Value?) -> Bool {
    switch (first, second) {
    case (nil, nil): true
    case (let first?, let second?): first.equals(second)
    default: false
    }
  }
}

/// How two values stand to each other.
enum Order {
  case before
  case same
  case after
  /// One of them is NaN.
  case none

  init<Ordered: Comparable>(_ first: Ordered, _ second: Ordered) {
    self = first < second ? .before : first == second ? .same : first > second ? .after : .none
  }
}

extension Value {
  /// Returns how two values that can be ordered stand to each other, or nil where they can't be.
  ///
  /// Numbers of different types are compared by their amount.
  func order(to other: Value, numbersOnly: Bool = false) -> Order? {
    switch (self, other) {
    case (.int(let first), .int(let second)): return Order(first, second)
    case (.uint(let first), .uint(let second)): return Order(first, second)
    case (.double(let first), .double(let second)): return Order(first, second)
    case (.int(let first), .uint(let second)):
      return first < 0 ? .before : Order(UInt64(first), second)
    case (.uint(let first), .int(let second)):
      return second < 0 ? .after : Order(first, UInt64(second))
    case (.int(let first), .double(let second)): return Self.order(second, first).reversed
    case (.double(let first), .int(let second)): return Self.order(first, second)
    case (.uint(let first), .double(let second)): return Self.order(second, first).reversed
    case (.double(let first), .uint(let second)): return Self.order(first, second)
    default: return numbersOnly ? nil : orderOfOthers(to: other)
    }
  }

  private func orderOfOthers(to other: Value) -> Order? {
    switch (self, other) {
    case (.bool(let first), .bool(let second)): Order(first ? 1 : 0, second ? 1 : 0)
    case (.string(let first), .string(let second)):
      first.isSame(as: second) ? .same : first.precedes(second) ? .before : .after
    case (.bytes(let first), .bytes(let second)):
      first == second ? .same : first.lexicographicallyPrecedes(second) ? .before : .after
    case (.timestamp(let first), .timestamp(let second)): Order(first, second)
    case (.duration(let first), .duration(let second)): Order(first, second)
    default: nil
    }
  }

  // Within its range a whole number is compared as the floating-point number nearest to it, as the conformance suite asks.
  private static func order<Whole: FixedWidthInteger>(_ first: Double, _ second: Whole) -> Order {
    if first > Double(Whole.max) { return .after }
    if first < Double(Whole.min) { return .before }
    return Order(first, Double(second))
  }
}

extension Order {
  fileprivate var reversed: Order {
    switch self {
    case .before: .after
    case .after: .before
    default: self
    }
  }
}
