extension Value {
  /// The value as an expression that has it.
  ///
  /// Records are shown like maps of the fields that are there; what has no literal is a call, such as `duration("90s")`.
  public var literal: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .int(let number): String(number)
    case .uint(let number): "\(number)u"
    case .double(let number): number.celLiteral
    case .string(let text): text.quoted
    case .bytes(let bytes): "b\"" + bytes.map(Self.escaped).joined() + "\""
    case .timestamp(let moment): "timestamp(\"\(moment)\")"
    case .duration(let span): "duration(\"\(span.celText)\")"
    case .list(let elements): "[" + elements.map(\.literal).joined(separator: ", ") + "]"
    case .map(let map): Self.entries(zip(map.keys, map.values).map { ($0.literal, $1) })
    case .record(let record):
      record.schema.name
        + Self.entries(
          zip(record.schema.fields, record.values).compactMap { field, value in
            value.map { (field.name, $0) }
          })
    case .type(let name): name
    case .optional(let content):
      content.map { "optional.of(\($0.literal))" } ?? "optional.none()"
    }
  }

  private static func entries(_ entries: [(key: String, value: Value)]) -> String {
    "{" + entries.map { "\($0.key): \($0.value.literal)" }.joined(separator: ", ") + "}"
  }

  private static func escaped(_ byte: UInt8) -> String {
    let scalar = Unicode.Scalar(byte)
    if (0x20..<0x7F).contains(byte), scalar != "\"", scalar != "\\" { return String(scalar) }
    return "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}

extension Value: CustomStringConvertible {
  /// The value as an expression that has it.
  public var description: String { literal }
}

extension Double {
  fileprivate var celLiteral: String {
    if isNaN { return "double(\"NaN\")" }
    if isInfinite { return self < 0 ? "double(\"-Infinity\")" : "double(\"Infinity\")" }
    return String(describing: self)
  }
}

extension String {
  /// The text between quotation marks, with escapes for what can't stand there.
  var quoted: String {
    var quoted = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\u{07}": quoted += "\\a"
      case "\u{08}": quoted += "\\b"
      case "\u{0C}": quoted += "\\f"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\u{0B}": quoted += "\\v"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
