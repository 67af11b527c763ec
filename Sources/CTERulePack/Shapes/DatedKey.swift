import CTEModel

/// A key that says from when a value holds: a fiscal year, or a day within one.
struct DatedKey {
  /// The first day on which the value holds.
  let firstDay: CalendarDay
  /// The fiscal year that is written; nil where a day is.
  let year: FiscalYear?

  /// Reads a key, or returns nil where it is none. Between quotes it is a text like any other.
  init?(_ key: YAMLNode, calendar: FiscalCalendar) {
    guard let text = key.scalar, !key.isQuoted else { return nil }
    if text.utf8.count == 4, let number = Int(text), (1000...9999).contains(number) {
      year = FiscalYear(number)
      firstDay = calendar.days(of: FiscalYear(number)).lowerBound
    } else if let day = CalendarDay(isoText: text) {
      year = nil
      firstDay = day
    } else {
      return nil
    }
  }
}

extension YAMLNode {
  /// What to say of a key that was probably meant for a year, such as `226` or `FY2026`; nil of any other.
  var helpForYear: String? {
    guard let text = scalar, !isQuoted else { return nil }
    let digits = text.uppercased().hasPrefix("FY") ? text.dropFirst(2) : text[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ $0 &- 0x30 <= 9 }),
      digits.utf8.count != 4 || digits.startIndex != text.startIndex
    else { return nil }
    return "years have four digits, such as 2026"
  }
}

/// The time for which a pack is loaded.
struct LoadingTime {
  let year: FiscalYear
  let calendar: FiscalCalendar
  /// The day within the year up to which changes are in force.
  let day: CalendarDay
  /// The years that the pack covers.
  let covered: ClosedRange<FiscalYear>

  /// Creates the time of a year; without a day, the changes of the whole year are in force.
  init(
    year: FiscalYear, on day: CalendarDay?, calendar: FiscalCalendar,
    covered: ClosedRange<FiscalYear>
  ) {
    self.year = year
    self.calendar = calendar
    self.covered = covered
    let days = calendar.days(of: year)
    self.day = min(max(day ?? days.upperBound, days.lowerBound), days.upperBound)
  }
}
