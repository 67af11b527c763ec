import CTEModel
import CTERulePack

extension CellParser {
  /// Reads days of the calendar in a form. Where the file itself says that a cell is a day, its text has one form only.
  mutating func days(
    _ form: String, _ parse: (UnsafeBufferPointer<UInt8>) -> CalendarDay?
  ) -> [Int32] {
    func read(_ text: UnsafeBufferPointer<UInt8>) -> Int32 { parse(text)?.ordinal ?? missingCode }
    guard !table.kinds.isEmpty else {
      return plainCodes(read, problem: { .notADay($0, form: form) })
    }
    let (table, column) = (table, column)
    return codes(
      { text, row in
        guard table.kind(row: row, column: column) == .day else { return read(text) }
        return Self.monthDayYear(text)?.ordinal ?? missingCode
      }, problem: { CellProblem.notADay($0, form: form).orBlanks(around: $0, read) })
  }

  /// Reads `m/d/yyyy`; zeros before month and day may be missing.
  static func monthDayYear(_ text: UnsafeBufferPointer<UInt8>) -> CalendarDay? {
    var position = 0
    guard let month = number(text, &position, digits: 1...2), take("/", text, &position),
      let day = number(text, &position, digits: 1...2), take("/", text, &position),
      let year = number(text, &position, digits: 4...4), position == text.count
    else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }

  /// Reads `yyyy-mm-dd`.
  static func yearMonthDay(_ text: UnsafeBufferPointer<UInt8>) -> CalendarDay? {
    var position = 0
    guard let year = number(text, &position, digits: 4...4), take("-", text, &position),
      let month = number(text, &position, digits: 2...2), take("-", text, &position),
      let day = number(text, &position, digits: 2...2), position == text.count
    else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }

  /// Reads a day in any form that a pack may ask for.
  static func day(_ text: UnsafeBufferPointer<UInt8>, in form: DayForm) -> CalendarDay? {
    var position = 0
    var (year, month, day) = (0, 0, 0)
    for part in form.parts {
      switch part {
      case .sign(let sign):
        guard position < text.count, text[position] == sign else { return nil }
        position += 1
      case .year:
        guard let number = number(text, &position, digits: 4...4) else { return nil }
        year = number
      case .month(let mayBeShort):
        guard let number = number(text, &position, digits: mayBeShort ? 1...2 : 2...2) else {
          return nil
        }
        month = number
      case .day(let mayBeShort):
        guard let number = number(text, &position, digits: mayBeShort ? 1...2 : 2...2) else {
          return nil
        }
        day = number
      }
    }
    return position == text.count ? CalendarDay(year: year, month: month, day: day) : nil
  }

  @inline(__always)
  private static func take(
    _ sign: Unicode.Scalar, _ text: UnsafeBufferPointer<UInt8>, _ position: inout Int
  ) -> Bool {
    guard position < text.count, text[position] == UInt8(ascii: sign) else { return false }
    position += 1
    return true
  }

  @inline(__always)
  private static func number(
    _ text: UnsafeBufferPointer<UInt8>, _ position: inout Int, digits: ClosedRange<Int>
  ) -> Int? {
    let start = position
    var number = 0
    while position < text.count, position - start < digits.upperBound, text[position] &- 0x30 <= 9 {
      number = number * 10 + Int(text[position] &- 0x30)
      position += 1
    }
    return position - start >= digits.lowerBound ? number : nil
  }
}
