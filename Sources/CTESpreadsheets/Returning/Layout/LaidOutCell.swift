import CTEModel
import CTERulePack

/// What is written into a cell of a new workbook, so that it is read as it was.
enum LaidOutCell: Equatable {
  case text(String)
  /// The number of a day, counted from 1900.
  case day(Double)
  case number(Double)
  case error(String)

  /// Finds what to write for a cell that was read.
  init(_ text: String, _ kind: CellKind) {
    switch kind {
    case .text: self = .text(text)
    case .day: self = Self.serial(ofDay: text).map { .day($0) } ?? .text(text)
    case .imprecise: self = Double(text).map { .number($0) } ?? .text(text)
    case .error: self = text.utf8.count < 32 ? .error(text) : .error("#N/A")
    // A formula as text would be taken for what somebody typed; it had no value, and gets none here.
    case .uncalculated: self = .error("#N/A")
    }
  }

  /// The number by which spreadsheet programs know a day, or nil where they have none.
  private static func serial(ofDay text: String) -> Double? {
    let parts = text.split(separator: "/").compactMap { Int($0) }
    guard parts.count == 3,
      let day = CalendarDay(year: parts[2], month: parts[0], day: parts[1])
    else { return nil }
    return serial(of: day)
  }

  /// Returns the number by which spreadsheet programs know a day, or nil where they have none.
  static func serial(of day: CalendarDay) -> Double? {
    // 1900 was no leap year, but spreadsheet programs count a day 60, which is its 29th of February.
    let serial = Int(day.ordinal) - 693_595
    return serial < 1 ? nil : Double(serial < 60 ? serial : serial + 1)
  }
}
