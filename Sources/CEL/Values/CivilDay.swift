/// A day of the Gregorian calendar, before its introduction as well.
struct CivilDay: Equatable {
  let year: Int
  let month: Int
  let day: Int

  /// Creates a day, or nil where the month hasn't that many.
  init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day) else {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Creates the day that lies some days after 1970-01-01.
  ///
  /// Years are counted from March, so that the odd day of a leap year is the last of its year.
  init(daysSince1970 days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  var daysSince1970: Int {
    let before = year - 1
    let leaps = before / 4 - before / 100 + before / 400
    return before * 365 + leaps + dayOfYear - 719_163 + 1
  }

  /// The day's place in its year, from 0.
  var dayOfYear: Int {
    (1..<month).reduce(day - 1) { $0 + Self.days(in: $1, of: year) }
  }

  private static func days(in month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }
}

/// What a calendar and a clock on the wall show at a point in time.
struct WallTime {
  let day: CivilDay
  let hour: Int
  let minute: Int
  let second: Int
  /// The day of the week, from 0 for Sunday.
  let dayOfWeek: Int

  /// Creates the time that is shown some seconds east of UTC.
  init(_ moment: Timestamp, offset: Int) {
    let seconds = Int(moment.seconds) + offset
    let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
    let rest = seconds - days * 86_400
    day = CivilDay(daysSince1970: days)
    hour = rest / 3600
    minute = rest / 60 % 60
    second = rest % 60
    dayOfWeek = ((days + 4) % 7 + 7) % 7
  }
}
