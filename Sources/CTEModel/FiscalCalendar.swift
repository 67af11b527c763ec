/// When the fiscal years of a state or agency begin.
///
/// ```swift
/// FiscalCalendar(month: 7, day: 1)?.days(of: FiscalYear(2022))  // 2021-07-01...2022-06-30
/// ```
public struct FiscalCalendar: Hashable, Sendable {
  private let month: Int
  private let day: Int

  /// Fiscal years that begin on 1 July, as most states' and the federal program years of Perkins V do.
  public static let july = FiscalCalendar(knownMonth: 7, day: 1)

  /// Creates the calendar of years that begin on a day, or nil where not every year has the day.
  public init?(month: Int, day: Int) {
    // 2001 has no leap day.
    guard CalendarDay(year: 2001, month: month, day: day) != nil else { return nil }
    self.init(knownMonth: month, day: day)
  }

  private init(knownMonth month: Int, day: Int) {
    self.month = month
    self.day = day
  }

  /// Returns the first and the last day of a fiscal year, which is named by the calendar year in which it ends.
  ///
  /// The calendar's days end with 9999: years beyond its ends have the days of the nearest that has some.
  public func days(of year: FiscalYear) -> ClosedRange<CalendarDay> {
    let number = max(1, min(year.number, 9999))
    let first = firstDay(of: number) ?? CalendarDay(ordinal: 1)
    return
      first...(firstDay(of: number + 1).map { CalendarDay(ordinal: $0.ordinal - 1) } ?? Self.lastDay)
  }

  /// Returns the fiscal year in which a day lies.
  public func year(of day: CalendarDay) -> FiscalYear {
    let year = FiscalYear(day.components.year)
    return days(of: year).upperBound < day ? FiscalYear(year.number + 1) : year
  }

  /// Returns the first day of a fiscal year, or nil where the calendar doesn't have it.
  private func firstDay(of year: Int) -> CalendarDay? {
    CalendarDay(year: (month, day) == (1, 1) ? year : year - 1, month: month, day: day)
  }

  private static let lastDay = CalendarDay(
    ordinal: (CalendarDay(year: 9999, month: 12, day: 1)?.ordinal ?? 1) + 30)
}
