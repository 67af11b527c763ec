/// Puts values into a text: `%s`, `%d`, `%f`, `%e`, `%x`, `%X`, `%o` and `%b`, with `%%` for the sign itself.
enum Formatter {
  static func format(
    _ template: [Unicode.Scalar], _ arguments: [Value]
  ) throws(Failure) -> String {
    var result = String.UnicodeScalarView()
    var used = 0
    var index = 0
    while index < template.count {
      let scalar = template[index]
      index += 1
      guard scalar == "%" else {
        result.append(scalar)
        continue
      }
      if index < template.count, template[index] == "%" {
        result.append("%")
        index += 1
        continue
      }
      let precision = try precision(template, &index)
      guard index < template.count, used < arguments.count else {
        throw Failure(.invalidArgument)
      }
      let text = try text(of: arguments[used], clause: template[index], precision: precision)
      result.append(contentsOf: text.unicodeScalars)
      used += 1
      index += 1
    }
    return String(result)
  }

  private static let maximumPrecision = 100

  private static func precision(
    _ template: [Unicode.Scalar], _ index: inout Int
  ) throws(Failure) -> Int? {
    guard index < template.count, template[index] == "." else { return nil }
    index += 1
    var precision: Int?
    while index < template.count, template[index].isDigit {
      precision = min((precision ?? 0) * 10 + Int(template[index].value - 48), maximumPrecision + 1)
      index += 1
    }
    guard let precision, precision <= maximumPrecision else { throw Failure(.invalidArgument) }
    return precision
  }

  private static func text(
    of value: Value, clause: Unicode.Scalar, precision: Int?
  ) throws(Failure) -> String {
    switch clause {
    case "s": return plain(value)
    case "d": return try decimal(value)
    case "f": return try real(value) { DecimalText.fixed($0, precision: precision ?? 6) }
    case "e": return try real(value) { DecimalText.scientific($0, precision: precision ?? 6) }
    case "x": return try hexadecimal(value)
    case "X": return try hexadecimal(value).uppercased()
    case "o": return try whole(value, radix: 8)
    case "b":
      if case .bool(let value) = value { return value ? "1" : "0" }
      return try whole(value, radix: 2)
    default: throw Failure(.invalidArgument)
    }
  }

  /// The value as a person reads it, with those within it.
  private static func plain(_ value: Value) -> String {
    switch value {
    case .null: return "null"
    case .string(let text): return text
    case .bytes(let bytes): return String(decoding: bytes, as: UTF8.self)
    case .type(let name): return name
    case .list(let elements): return "[" + elements.map(plain).joined(separator: ", ") + "]"
    case .map(let map):
      let entries = zip(map.keys, map.values).map { (plain($0), plain($1)) }
      let sorted = entries.sorted { $0.0.precedes($1.0) }
      return "{" + sorted.map { "\($0): \($1)" }.joined(separator: ", ") + "}"
    case .record, .optional: return value.literal()
    default:
      if case .string(let text)? = try? StandardLibrary.string(value) { return text }
      return ""
    }
  }

  private static func decimal(_ value: Value) throws(Failure) -> String {
    switch value {
    case .int(let number): return String(number)
    case .uint(let number): return String(number)
    case .double(let number): return number.celText
    default: throw Failure(.invalidArgument)
    }
  }

  private static func real(_ value: Value, _ text: (Double) -> String) throws(Failure) -> String {
    switch value {
    case .int(let number): return text(Double(number))
    case .uint(let number): return text(Double(number))
    case .double(let number): return number.isFinite ? text(number) : number.celText
    default: throw Failure(.invalidArgument)
    }
  }

  private static func hexadecimal(_ value: Value) throws(Failure) -> String {
    switch value {
    case .string(let text): return Array(text.utf8).hexadecimal
    case .bytes(let bytes): return bytes.hexadecimal
    default: return try whole(value, radix: 16)
    }
  }

  private static func whole(_ value: Value, radix: Int) throws(Failure) -> String {
    switch value {
    case .int(let number): return String(number, radix: radix)
    case .uint(let number): return String(number, radix: radix)
    default: throw Failure(.invalidArgument)
    }
  }
}

extension [UInt8] {
  fileprivate var hexadecimal: String {
    map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
