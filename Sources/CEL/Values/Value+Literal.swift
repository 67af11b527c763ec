extension Value {
  /// Returns the value as an expression that has it.
  ///
  /// Records are shown with the fields that are there; what has no literal is a call, such as `duration("90s")`.
  ///
  /// - Parameter limit: About how many bytes are wanted; what is longer ends with `…`.
  public func literal(atMost limit: Int = .max) -> String {
    var writer = LiteralWriter(limit: limit)
    writer.write(self)
    return writer.text + (writer.isFull ? "…" : "")
  }
}

extension Value: CustomStringConvertible {
  /// The value as an expression that has it.
  public var description: String { literal() }
}

/// Writes values until there is enough of them.
private struct LiteralWriter {
  let limit: Int
  private(set) var text = ""

  init(limit: Int) {
    self.limit = limit
  }

  var isFull: Bool { text.utf8.count > limit }

  mutating func write(_ value: Value) {
    switch value {
    case .list(let elements): write("[", elements, "]") { $0.write($1) }
    case .map(let map): write("{", zip(map.keys, map.values), "}") { $0.write(entry: $1) }
    case .record(let record):
      let fields = zip(record.schema.fields, record.values).lazy.filter { $0.1 != nil }
      write("\(record.schema.name){", fields, "}") { writer, field in
        writer.text += "\(field.0.name): "
        field.1.map { writer.write($0) }
      }
    case .optional(let content?):
      text += "optional.of("
      write(content)
      text += ")"
    default: text += value.singleLiteral
    }
  }

  private mutating func write(entry: (key: Value, value: Value)) {
    write(entry.key)
    text += ": "
    write(entry.value)
  }

  private mutating func write<Part>(
    _ opening: String, _ parts: some Sequence<Part>, _ closing: String,
    _ part: (inout LiteralWriter, Part) -> Void
  ) {
    text += opening
    var isFirst = true
    for element in parts {
      if isFull { return }
      if !isFirst { text += ", " }
      isFirst = false
      part(&self, element)
    }
    text += closing
  }
}

extension Value {
  /// The literal of a value without others in it.
  fileprivate var singleLiteral: String {
    switch self {
    case .bool(let value): value ? "true" : "false"
    case .int(let number): String(number)
    case .uint(let number): "\(number)u"
    case .double(let number): number.celLiteral
    case .string(let text): text.quoted.visible
    case .bytes(let bytes): "b\"" + bytes.map(Self.escaped).joined() + "\""
    case .timestamp(let moment): "timestamp(\"\(moment)\")"
    case .duration(let span): "duration(\"\(span.celText)\")"
    case .type(let name): name
    case .optional: "optional.none()"
    default: "null"
    }
  }

  private static func escaped(_ byte: UInt8) -> String {
    let scalar = Unicode.Scalar(byte)
    if (0x20..<0x7F).contains(byte), scalar != "\"", scalar != "\\" { return String(scalar) }
    return "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
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

extension String {
  /// The text with escapes for what nobody would see, such as a non-breaking space.
  fileprivate var visible: String {
    if unicodeScalars.allSatisfy(\.isVisible) { return self }
    var text = ""
    for scalar in unicodeScalars {
      if scalar.isVisible {
        text.unicodeScalars.append(scalar)
      } else {
        let digits = String(scalar.value, radix: 16)
        let width = scalar.value > 0xFFFF ? 8 : 4
        text +=
          (width == 8 ? "\\U" : "\\u") + String(repeating: "0", count: width - digits.count)
          + digits
      }
    }
    return text
  }
}
