/// The numbers of a packed column for which a comparison with a value holds: all within two, or all others.
struct Interval {
  let low: Int32
  let width: UInt32
  let isInverted: Bool

  static let all = Interval(low: .min, width: .max, isInverted: false)
  static let none = Interval(low: .min, width: .max, isInverted: true)

  static func exactly(_ number: Int32) -> Interval {
    Interval(low: number, width: 0, isInverted: false)
  }

  private init(low: Int32, width: UInt32, isInverted: Bool) {
    (self.low, self.width, self.isInverted) = (low, width, isInverted)
  }

  private init(_ low: Int64, _ high: Int64) {
    self =
      low > high
      ? .none
      : Interval(low: Int32(low), width: UInt32(high - low), isInverted: false)
  }

  /// Finds the numbers whose values stand to another value as a sign says.
  ///
  /// - Parameters:
  ///   - isLess: Whether the value of a number is less; no greater number's is where it isn't.
  ///   - isGreater: Whether the value of a number is greater; each greater number's is where it is.
  ///   - isOrdered: Whether the other value is less than, equal to or greater than any, as not-a-number isn't.
  init(
    _ sign: Comparison, isOrdered: Bool, isLess: (Int32) -> Bool, isGreater: (Int32) -> Bool
  ) {
    guard isOrdered else {
      self = sign == .notEqual ? .all : .none
      return
    }
    let (least, most) = (Int64(Int32.min), Int64(Int32.max))
    let equal = Self.first { !isLess($0) }
    let greater = Self.first(where: isGreater)
    switch sign {
    case .less: self.init(least, equal - 1)
    case .lessOrEqual: self.init(least, greater - 1)
    case .greater: self.init(greater, most)
    case .greaterOrEqual: self.init(equal, most)
    case .equal: self.init(equal, greater - 1)
    case .notEqual: self = Self(equal, greater - 1).inverted
    }
  }

  var inverted: Interval { Interval(low: low, width: width, isInverted: !isInverted) }

  /// Returns the first number for which something holds that holds for all after it, or the one after the last.
  private static func first(where holds: (Int32) -> Bool) -> Int64 {
    var (low, high) = (Int64(Int32.min), Int64(Int32.max) + 1)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(Int32(middle)) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  @inline(__always)
  func holds(_ number: Int32) -> Bool {
    (UInt32(bitPattern: number &- low) <= width) != isInverted
  }
}

/// How two values are compared.
enum Comparison: String {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  /// The comparison that says the same with the sides exchanged.
  var exchanged: Comparison {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}

extension PackedColumn.Content {
  /// Returns the numbers whose values stand to a value as a sign says, or nil where that isn't told by the numbers.
  func interval(_ sign: Comparison, _ value: Value) -> Interval? {
    switch (self, value) {
    case (.int, .int(let other)):
      return Interval(
        sign, isOrdered: true, isLess: { Int64($0) < other }, isGreater: { Int64($0) > other })
    case (.hundredths, .double(let other)):
      return Interval(
        sign, isOrdered: !other.isNaN, isLess: { Double($0) / 100 < other },
        isGreater: { Double($0) / 100 > other })
    case (.days(let epoch), .timestamp(let other)):
      func second(_ day: Int32) -> Int64 { (Int64(day) - Int64(epoch)) * 86_400 }
      return Interval(
        sign, isOrdered: true,
        isLess: { (second($0), 0) < (other.seconds, other.nanoseconds) },
        isGreater: { (second($0), 0) > (other.seconds, other.nanoseconds) })
    case (.text(let codes), .string(let text)):
      guard sign == .equal || sign == .notEqual, let code = codes.code(text) else { return nil }
      return sign == .equal ? .exactly(code) : Interval.exactly(code).inverted
    default: return nil
    }
  }
}
