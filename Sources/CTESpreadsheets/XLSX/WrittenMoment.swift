import CTEModel
import CTERulePack

/// A day or time that a cell spells out, as `2022-05-31` or `2022-05-31T10:30:00`.
struct WrittenMoment {
  private let day: CalendarDay?
  private let second: Int?

  /// Reads a day, a time, or both; nil where the text is none.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count <= 40 else { return nil }
    var text = Substring(String(decoding: bytes, as: UTF8.self))
    if text.hasSuffix("Z") { text = text.dropLast() }
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    switch (halves.count, text.contains("-")) {
    case (1, true): (day, second) = (Self.day(halves[0]), nil)
    case (1, false): (day, second) = (nil, Self.second(halves[0]))
    case (2, _): (day, second) = (Self.day(halves[0]), Self.second(halves[1]))
    default: return nil
    }
    let hasDay = halves.count == 2 ? !halves[0].isEmpty : text.contains("-")
    guard hasDay == (day != nil), second != nil || (halves.count == 1 && hasDay) else { return nil }
  }

  /// Writes it as a spreadsheet program shows it, and returns what the cell holds.
  func append(to bytes: inout [UInt8]) -> CellKind {
    if let day {
      bytes.append(day)
      guard let second, second > 0 else { return .day }
      bytes.append(UInt8(ascii: " "))
    }
    bytes.appendTime(second ?? 0)
    return .text
  }

  private static func day(_ text: Substring) -> CalendarDay? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(number)
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else {
      return nil
    }
    return CalendarDay(year: year, month: month, day: day)
  }

  private static func second(_ text: Substring) -> Int? {
    let whole = text.split(separator: ".", maxSplits: 1)
    guard let clock = whole.first, whole.count == 1 || number(whole[1]) != nil else { return nil }
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false).map(number)
    guard parts.count == 2 || parts.count == 3, let hour = parts[0], let minute = parts[1],
      let second = parts.count == 3 ? parts[2] : 0, hour < 24, minute < 60, second < 60
    else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  private static func number(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { $0 &- UInt8(ascii: "0") <= 9 } ? Int(text) : nil
  }
}
