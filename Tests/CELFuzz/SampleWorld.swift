import CEL

/// An environment with a variable of every type, values for them, and the same as columns of a batch.
struct SampleWorld: Sendable {
  static let course = RecordSchema(
    "course", fields: [("code", .string), ("credits", .int), ("day", .timestamp)])
  static let student = RecordSchema(
    "student",
    fields: [("name", .string), ("grade", .int), ("nick", .string), ("courses", .list(.string))])

  /// The variables with their types; `gone` has no value.
  static let variables: [(name: String, type: ValueType)] = [
    ("b", .bool), ("i", .int), ("j", .int), ("u", .uint), ("d", .double), ("s", .string),
    ("y", .bytes), ("t", .timestamp), ("p", .duration), ("l", .list(.int)), ("k", .list(.string)),
    ("m", .map(.string, .int)), ("o", .optional(.int)), ("r", .record("student")),
    ("c", .list(.record("course"))), ("x", .dynamic), ("gone", .int), ("w", .wrapper(.int)),
  ]

  static let environment: Environment = {
    var environment = Environment()
    environment.declare(course)
    environment.declare(student)
    for variable in variables {
      environment.declare(variable.name, as: variable.type, atMost: 40)
    }
    environment.declare(
      "half",
      Overload([.int], returns: .int) { arguments throws(FunctionError) in
        guard case .int(let number) = arguments[0], number.isMultiple(of: 2) else {
          throw FunctionError("an odd number has no half")
        }
        return .int(number / 2)
      })
    environment.declare(
      "shout",
      Overload([.string], returns: .string, isMember: true, cost: .weight(of: [0])) { arguments in
        guard case .string(let text) = arguments[0] else { return .null }
        return .string(text + "!")
      })
    return environment
  }()

  private static let courses: [[String: Value]] = [
    [
      "code": .string("520"), "credits": .int(1),
      "day": .timestamp(Timestamp(daysSince1970: 19_000)),
    ],
    ["code": .string("510"), "day": .timestamp(Timestamp(daysSince1970: 20_000))],
  ]

  static let values: [String: Value] = [
    "b": .bool(true), "i": .int(7), "j": .int(-3), "u": .uint(5), "d": .double(2.5),
    "s": .string("abc"), "y": .bytes([0, 255]),
    "t": .timestamp(Timestamp(daysSince1970: 18_000)), "p": .duration(.seconds(90)),
    "l": .list([.int(1), .int(2), .int(7)]), "k": .list([.string("a"), .string("abc")]),
    "m": .map(MapValue(["a": .int(1), "b": .int(7)])), "o": .optional(.int(4)),
    "r": student.record([
      "name": .string("Avery"), "grade": .int(11), "courses": .list([.string("520")]),
    ]),
    "c": .list(courses.map { course.record($0) }), "x": .string("dyn"), "w": .null,
  ]

  /// The values as the first row of a batch.
  static var sources: [String: Source] {
    var sources: [String: Source] = [:]
    for (name, type) in variables {
      sources[name] = .column(column(type) { _ in values[name] })
    }
    if case .record(let record)? = values["r"] {
      let fields = student.fields.enumerated().map { place, field in
        (field.name, column(field.type) { _ in record.values[place] })
      }
      sources["r"] = .record(Dictionary(uniqueKeysWithValues: fields), at: { $0 })
    }
    let fields = course.fields.map { field in
      (field.name, column(field.type) { courses[$0][field.name] })
    }
    sources["c"] = .records(
      Dictionary(uniqueKeysWithValues: fields), in: { _ in 0..<courses.count })
    return sources
  }

  /// The values as equal rows of a batch, packed wherever there are numbers for them.
  static func packed(rowCount: Int) -> [String: Source] {
    var sources = sources
    for (name, type) in variables {
      guard let number = number(values[name]) else { continue }
      sources[name] = .column(
        column(type, Array(repeating: number, count: rowCount))
          ?? column(type) { _ in values[name] })
    }
    if case .record(let record)? = values["r"] {
      let fields = student.fields.enumerated().map { place, field in
        let number = number(record.values[place]) ?? .min
        return (
          field.name,
          column(field.type, Array(repeating: number, count: rowCount))
            ?? column(field.type) { _ in record.values[place] }
        )
      }
      sources["r"] = .ownRecord(Dictionary(uniqueKeysWithValues: fields))
    }
    let fields = course.fields.map { field in
      let numbers = courses.map { number($0[field.name]) ?? .min }
      return (field.name, column(field.type, numbers) ?? column(field.type) { _ in nil })
    }
    let ranges = RowRanges(
      from: Cells(Array(repeating: 0, count: rowCount)),
      to: Cells(Array(repeating: Int32(courses.count), count: rowCount)))
    sources["c"] = .recordRanges(Dictionary(uniqueKeysWithValues: fields), in: ranges)
    sources["l"] = values["l"].map { .constant($0) }
    return sources
  }

  private static func number(_ value: Value?) -> Int32? {
    switch value {
    case .bool(let value): value ? 1 : 0
    case .int(let number): Int32(exactly: number)
    case .double(let number): Int32(exactly: number * 100)
    case .timestamp(let moment): Int32(exactly: moment.seconds / 86_400)
    case .string(let text): words.firstIndex(of: text).map { Int32($0) }
    default: nil
    }
  }

  private static func column(_ type: ValueType, _ numbers: [Int32]) -> Column? {
    let content: PackedColumn.Content? =
      switch type {
      case .bool: .bool
      case .int: .int
      case .double: .hundredths
      case .timestamp: .days(epoch: 0)
      case .string: .text(sharedCodes)
      default: nil
      }
    return content.map { .packed(PackedColumn(Cells(numbers), of: $0, missing: .min)) }
  }

  private static let words = ["abc", "520", "510", "Avery", "a"]
  private static var codes: TextCodes {
    TextCodes(
      text: { words[Int($0)] }, code: { text in words.firstIndex(of: text).map { Int32($0) } })
  }
  nonisolated(unsafe) private static let sharedCodes = codes

  private static func column(_ type: ValueType, _ value: @escaping (Int) -> Value?) -> Column {
    switch type {
    case .bool: return .bool { if case .bool(let value)? = value($0) { value } else { nil } }
    case .int: return .int { if case .int(let number)? = value($0) { number } else { nil } }
    case .double:
      return .double { if case .double(let number)? = value($0) { number } else { nil } }
    case .timestamp:
      return .timestamp { if case .timestamp(let moment)? = value($0) { moment } else { nil } }
    case .string:
      return .code(sharedCodes) { row in
        guard case .string(let text)? = value(row) else { return nil }
        return words.firstIndex(of: text).map { Int32($0) }
      }
    default: return .value(value)
    }
  }
}
