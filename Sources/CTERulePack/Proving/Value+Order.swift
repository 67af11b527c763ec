import CEL

extension Value {
  /// Returns whether the value stands before another one of the same kind; values of other kinds stand in no order.
  func precedes(_ other: Value) -> Bool {
    switch (self, other) {
    case (.int(let first), .int(let second)): first < second
    case (.double(let first), .double(let second)): first < second
    case (.string(let first), .string(let second)):
      first.unicodeScalars.lexicographicallyPrecedes(second.unicodeScalars)
    case (.timestamp(let first), .timestamp(let second)): first < second
    case (.duration(let first), .duration(let second)): first < second
    default: false
    }
  }

  /// The value as an expression, in which texts that look the same are told apart.
  var asciiLiteral: String { literal().escapedToASCII }
}

extension String {
  /// The text with a code for each sign beyond ASCII: as keys, texts that look the same would be the same.
  var escapedToASCII: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    return unicodeScalars.map { $0.escaped(asASCII: true) }.joined()
  }
}

/// The kinds of values that stand in an order of which the prover knows.
enum OrderedKind {
  case whole
  case floating
  case text
  case moment
  case span

  init?(_ type: ValueType) {
    switch type {
    case .int: self = .whole
    case .double: self = .floating
    case .string: self = .text
    case .timestamp: self = .moment
    case .duration: self = .span
    default: return nil
    }
  }

  init?(_ value: Value) {
    switch value {
    case .int: self = .whole
    case .double(let number) where !number.isNaN: self = .floating
    case .string: self = .text
    case .timestamp: self = .moment
    case .duration: self = .span
    default: return nil
    }
  }
}
