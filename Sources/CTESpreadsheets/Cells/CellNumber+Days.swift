import CTEModel
import CTERulePack

extension CellNumber {
  private static let secondsOfDay = 86_400

  /// Writes a day or time, or returns nil where the number is none.
  func appendDay(
    _ value: Double, as form: NumberForm, to bytes: inout [UInt8]
  ) -> CellKind? {
    guard value >= 0, value < 2_958_466 else { return nil }
    var day = Int(value)
    var second = Int(((value - Double(day)) * Double(Self.secondsOfDay)).rounded())
    if form != .day, second == Self.secondsOfDay { (day, second) = (day + 1, 0) }
    switch form {
    case .general, .zeros: return nil
    case .time: bytes.appendTime(second)
    case .span: bytes.appendTime(day * Self.secondsOfDay + second)
    case .day, .dayAndTime:
      guard let date = calendarDay(day) else { return nil }
      bytes.append(date)
      guard form == .dayAndTime, second > 0 else { return .day }
      bytes.append(UInt8(ascii: " "))
      bytes.appendTime(second)
    }
    return .text
  }

  /// Returns the day of a number, or nil where there is none.
  private func calendarDay(_ serial: Int) -> CalendarDay? {
    // 1899-12-31 and 1904-01-01 as ordinals.
    let ordinal: Int
    if countsFrom1904 {
      ordinal = 695_056 + serial
    } else {
      // The first spreadsheet programs took 1900 for a leap year, and all others do as they did: 60 is no day.
      guard serial >= 1, serial != 60 else { return nil }
      ordinal = 693_595 + serial - (serial > 60 ? 1 : 0)
    }
    return ordinal <= 3_652_059 ? CalendarDay(ordinal: Int32(ordinal)) : nil
  }
}

extension [UInt8] {
  /// Appends a day as `mm/dd/yyyy`.
  mutating func append(_ day: CalendarDay) {
    let (year, month, day) = day.components
    appendTwo(month)
    append(UInt8(ascii: "/"))
    appendTwo(day)
    append(UInt8(ascii: "/"))
    appendTwo(year / 100)
    appendTwo(year % 100)
  }

  /// Appends a time as `hh:mm:ss`.
  mutating func appendTime(_ second: Int) {
    let hours = second / 3600
    if hours < 100 { appendTwo(hours) } else { append(contentsOf: String(hours).utf8) }
    append(UInt8(ascii: ":"))
    appendTwo(second / 60 % 60)
    append(UInt8(ascii: ":"))
    appendTwo(second % 60)
  }

  private mutating func appendTwo(_ number: Int) {
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10 % 10))
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }
}
