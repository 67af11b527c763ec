/// A second of time in UTC, as the audit log and receipts name it.
public struct Moment: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int64

  /// Creates a moment from seconds since 1970-01-01T00:00:00Z.
  public init(seconds: Int64) {
    self.seconds = seconds
  }

  /// Returns whether the first moment comes before the second.
  public static func < (first: Moment, second: Moment) -> Bool {
    first.seconds < second.seconds
  }

  /// The day in UTC on which the moment falls.
  public var day: CalendarDay {
    let days = Int32(seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
    return CalendarDay(ordinal: CalendarDay.epochOrdinal + days)
  }
}

extension Moment: CustomStringConvertible {
  /// The moment as `yyyy-mm-ddThh:mm:ssZ`.
  public var description: String {
    let ofDay = Int(seconds - Int64(day.ordinal - CalendarDay.epochOrdinal) * 86_400)
    let time = [ofDay / 3600, ofDay / 60 % 60, ofDay % 60].map { padded($0, to: 2) }
    return "\(day)T\(time.joined(separator: ":"))Z"
  }
}
