/// A JSON value whose objects keep the order of their keys, so that equal values have equal bytes.
enum OrderedJSON: Sendable {
  case text(String)
  case number(Int)
  case flag(Bool)
  indirect case list([OrderedJSON])
  indirect case object([(key: String, value: OrderedJSON)])

  /// The greatest length of a list or object that stands in one line.
  private static let lineLength = 80

  /// The value in lines for people, as far as it doesn't fit in one.
  var lines: String { lines(indent: "") }

  private func lines(indent: String) -> String {
    if line.count <= Self.lineLength { return line }
    let inner = indent + "  "
    switch self {
    case .text, .number, .flag:
      return line
    case .list(let elements):
      let lines = elements.map { inner + $0.lines(indent: inner) }
      return "[\n\(lines.joined(separator: ",\n"))\n\(indent)]"
    case .object(let entries):
      let lines = entries.map { inner + "\(Self.quoted($0)): \($1.lines(indent: inner))" }
      return "{\n\(lines.joined(separator: ",\n"))\n\(indent)}"
    }
  }

  private var line: String {
    switch self {
    case .text(let text): Self.quoted(text)
    case .number(let number): String(number)
    case .flag(let flag): String(flag)
    case .list(let elements): "[\(elements.map(\.line).joined(separator: ", "))]"
    case .object(let entries):
      "{\(entries.map { "\(Self.quoted($0)): \($1.line)" }.joined(separator: ", "))}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case _ where scalar.value < 0x20:
        quoted += "\\u00" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension OrderedJSON {
  /// Returns the entries of two objects, those of the first before.
  static func + (first: OrderedJSON, second: OrderedJSON) -> OrderedJSON {
    guard case .object(let entries) = first, case .object(let further) = second else {
      preconditionFailure("only objects have entries")
    }
    return .object(entries + further)
  }
}

extension OrderedJSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral {
  init(stringLiteral text: String) { self = .text(text) }

  init(booleanLiteral flag: Bool) { self = .flag(flag) }
}

extension OrderedJSON: ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral {
  init(integerLiteral number: Int) { self = .number(number) }

  init(arrayLiteral elements: OrderedJSON...) { self = .list(elements) }
}

extension OrderedJSON: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral entries: (String, OrderedJSON)...) {
    self = .object(entries.map { (key: $0.0, value: $0.1) })
  }
}
