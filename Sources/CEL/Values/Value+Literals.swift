extension Value: ExpressibleByStringLiteral {
  /// Creates a text.
  public init(stringLiteral text: String) {
    self = .string(text)
  }
}

extension Value: ExpressibleByIntegerLiteral {
  /// Creates a whole number.
  public init(integerLiteral number: Int64) {
    self = .int(number)
  }
}

extension Value: ExpressibleByFloatLiteral {
  /// Creates a floating-point number.
  public init(floatLiteral number: Double) {
    self = .double(number)
  }
}

extension Value: ExpressibleByBooleanLiteral {
  /// Creates true or false.
  public init(booleanLiteral value: Bool) {
    self = .bool(value)
  }
}

extension Value: ExpressibleByArrayLiteral {
  /// Creates a list.
  public init(arrayLiteral elements: Value...) {
    self = .list(elements)
  }
}
