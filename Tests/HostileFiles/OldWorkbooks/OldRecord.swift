/// A record of an old workbook (`.xls`), whose length may lie.
struct OldRecord {
  let type: Int
  var data: [UInt8]
  /// The length that the record says it has, if not its own.
  var length: Int?

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(type, bytes: 2)
    bytes.append(length ?? data.count, bytes: 2)
    return bytes + data
  }

  init(_ type: Int, _ data: [UInt8] = [], length: Int? = nil) {
    self.type = type
    self.data = data
    self.length = length
  }

  /// A record of numbers of two bytes each, and what follows them.
  init(_ type: Int, numbers: [Int], _ rest: [UInt8] = []) {
    self.init(type)
    for number in numbers { data.append(number, bytes: 2) }
    data += rest
  }
}

extension OldRecord {
  static func beginning(_ kind: Int, version: Int = 0x0600) -> OldRecord {
    OldRecord(0x0809, numbers: [version, kind, 0x0DBB, 0x07CC, 0, 0, 6, 0])
  }

  static let end = OldRecord(0x000A)

  static func dimensions(rows: Range<Int>, columns: Range<Int>) -> OldRecord {
    var record = OldRecord(0x0200)
    for row in [rows.lowerBound, rows.upperBound] { record.data.append(row, bytes: 4) }
    for number in [columns.lowerBound, columns.upperBound, 0] {
      record.data.append(number, bytes: 2)
    }
    return record
  }

  /// A cell's place and style, and what it holds.
  private static func cell(
    _ type: Int, _ row: Int, _ column: Int, style: Int, _ rest: [UInt8] = []
  ) -> OldRecord {
    OldRecord(type, numbers: [row, column, style], rest)
  }

  static func shared(_ row: Int, _ column: Int, text: Int, style: Int = 0) -> OldRecord {
    var place: [UInt8] = []
    place.append(text, bytes: 4)
    return cell(0x00FD, row, column, style: style, place)
  }

  static func label(_ row: Int, _ column: Int, _ text: [UInt8]) -> OldRecord {
    cell(0x0204, row, column, style: 0, text)
  }

  static func number(_ row: Int, _ column: Int, _ value: Double, style: Int = 0) -> OldRecord {
    cell(0x0203, row, column, style: style, bytes(of: value))
  }

  /// A number in four bytes, as `compact(_:)` makes them.
  static func compact(_ row: Int, _ column: Int, _ value: [UInt8], style: Int = 0) -> OldRecord {
    cell(0x027E, row, column, style: style, value)
  }

  static func compacts(_ row: Int, _ column: Int, _ values: [(style: Int, value: [UInt8])])
    -> OldRecord
  {
    var record = OldRecord(0x00BD, numbers: [row, column])
    for value in values {
      record.data.append(value.style, bytes: 2)
      record.data += value.value
    }
    record.data.append(column + values.count - 1, bytes: 2)
    return record
  }

  static func blanks(_ row: Int, _ column: Int, count: Int) -> OldRecord {
    OldRecord(
      0x00BE,
      numbers: [row, column] + Array(repeating: 0, count: count) + [column + count - 1])
  }

  static func blank(_ row: Int, _ column: Int) -> OldRecord { cell(0x0201, row, column, style: 0) }

  /// A truth (0 or 1), or an error by its number.
  static func truth(_ row: Int, _ column: Int, _ value: Int, isError: Bool = false) -> OldRecord {
    cell(0x0205, row, column, style: 0, [UInt8(value), isError ? 1 : 0])
  }

  /// The sum of one and two, and its value.
  static func formula(_ row: Int, _ column: Int, _ value: Double) -> OldRecord {
    let formula: [UInt8] = [0x1E, 1, 0, 0x1E, 2, 0, 0x03]
    var rest = bytes(of: value)
    rest.append(0, bytes: 6)
    rest.append(formula.count, bytes: 2)
    return cell(0x0006, row, column, style: 0, rest + formula)
  }

  static func bytes(of value: Double) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(Int(truncatingIfNeeded: value.bitPattern), bytes: 8)
    return bytes
  }

  /// A whole number in four bytes, or its hundredth.
  static func compact(whole: Int, isHundredth: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(whole << 2 | 2 | (isHundredth ? 1 : 0), bytes: 4)
    return bytes
  }

  /// The upper half of a number, or its hundredth.
  static func compact(_ value: Double, isHundredth: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(Int(value.bitPattern >> 32) & ~3 | (isHundredth ? 1 : 0), bytes: 4)
    return bytes
  }
}
