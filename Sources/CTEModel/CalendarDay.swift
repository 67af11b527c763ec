/// A day of the Gregorian calendar, without a time and without a time zone.
///
/// ```swift
/// CalendarDay(year: 2022, month: 2, day: 30)  // nil: there is no such day
/// CalendarDay(ordinal: 1)                     // 0001-01-01
/// ```
public struct CalendarDay: Hashable, Comparable, Sendable {
  /// The number of the day, counted from 0001-01-01, which is 1.
  public let ordinal: Int32

  /// The ordinal of 1970-01-01, from which timestamps count their seconds.
  public static let epochOrdinal: Int32 = 719_163

  /// Creates the day of an ordinal, which must be at least 1.
  public init(ordinal: Int32) {
    precondition(ordinal >= 1, "days are counted from 0001-01-01, which is 1")
    self.ordinal = ordinal
  }

  /// Creates the day of a year, month and day of the month, or nil where the calendar has none.
  ///
  /// Years run from 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    ordinal = Self.ordinal(year: year, month: month, day: day)
  }

  /// Returns whether the first day comes before the second.
  public static func < (first: CalendarDay, second: CalendarDay) -> Bool {
    first.ordinal < second.ordinal
  }

  /// The year, the month from 1 and the day of the month from 1.
  public var components: (year: Int, month: Int, day: Int) {
    // Years are counted from March, so that the leap day is the last of a year.
    let days = Int(ordinal) + 305
    let era = days / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  private static func ordinal(year: Int, month: Int, day: Int) -> Int32 {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 305)
  }
}

extension CalendarDay: CustomStringConvertible {
  /// The day as `yyyy-mm-dd`.
  public var description: String {
    let (year, month, day) = components
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }
}

/// Returns a number with zeros before it up to a length.
package func padded(_ number: Int, to length: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, length - digits.count)) + digits
}
