/// A point in time from the year 1 to 9999, to the nanosecond, in UTC.
public struct Timestamp: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int64
  /// Nanoseconds after the second, from 0 to 999,999,999.
  public let nanoseconds: Int32

  /// The first and last second that the language knows.
  static let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  /// Creates a point in time, or nil outside of the years 1 to 9999.
  public init?(seconds: Int64, nanoseconds: Int32 = 0) {
    guard Self.range.contains(seconds), (0..<1_000_000_000).contains(nanoseconds) else {
      return nil
    }
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// Creates the midnight UTC at which a day begins.
  ///
  /// - Parameter days: The days since 1970-01-01, of a day in the years 1 to 9999.
  public init(daysSince1970 days: Int64) {
    let seconds = days.multipliedReportingOverflow(by: 86_400)
    precondition(
      !seconds.overflow && Self.range.contains(seconds.partialValue),
      "a day lies in the years 1 to 9999")
    self.seconds = seconds.partialValue
    nanoseconds = 0
  }
}

extension Timestamp: Comparable {
  /// Returns whether the first comes before the second.
  public static func < (first: Timestamp, second: Timestamp) -> Bool {
    (first.seconds, first.nanoseconds) < (second.seconds, second.nanoseconds)
  }
}

extension Timestamp {
  /// Returns the point in time a span later, or nil outside of the years 1 to 9999.
  func advanced(by span: Duration) -> Timestamp? {
    guard span.isInRange else { return nil }
    let (seconds, attoseconds) = span.components
    var sum = self.seconds.addingReportingOverflow(seconds)
    var fraction = Int64(nanoseconds) + attoseconds / 1_000_000_000
    if fraction < 0 {
      fraction += 1_000_000_000
      sum.partialValue -= 1
    } else if fraction >= 1_000_000_000 {
      fraction -= 1_000_000_000
      sum.partialValue += 1
    }
    return sum.overflow ? nil : Timestamp(seconds: sum.partialValue, nanoseconds: Int32(fraction))
  }

  /// Returns the span from another point in time to this one.
  func since(_ other: Timestamp) -> Duration {
    .seconds(seconds - other.seconds)
      + .nanoseconds(Int64(nanoseconds) - Int64(other.nanoseconds))
  }
}
