extension Timestamp {
  /// Reads a point in time as RFC 3339 writes it, such as `2026-07-01T00:00:00Z` or `2026-06-30T17:00:00.5-07:00`.
  ///
  /// - Returns: Nil where the text is no such point, or it lies outside of the years 1 to 9999.
  public init?(_ text: String) {
    var scanner = DigitScanner(text)
    guard let year = scanner.number(digits: 4), scanner.take("-"),
      let month = scanner.number(digits: 2), scanner.take("-"),
      let day = scanner.number(digits: 2), scanner.take("T"),
      let hour = scanner.number(digits: 2), scanner.take(":"),
      let minute = scanner.number(digits: 2), scanner.take(":"),
      let second = scanner.number(digits: 2),
      year > 0, (1...12).contains(month), hour < 24, minute < 60, second < 60,
      let fraction = scanner.fraction(), let offset = scanner.offset(), scanner.isAtEnd,
      let days = CivilDay(year: year, month: month, day: day)?.daysSince1970
    else { return nil }
    let seconds = days * 86_400 + hour * 3600 + minute * 60 + second - offset
    self.init(seconds: Int64(seconds), nanoseconds: Int32(fraction))
  }
}

extension Timestamp: CustomStringConvertible {
  /// The point in time as RFC 3339 writes it, in UTC, with as many digits after the second as are needed.
  public var description: String {
    let time = WallTime(self, offset: 0)
    let fraction = nanoseconds == 0 ? "" : "." + Self.fraction(Int(nanoseconds))
    return "\(padded(time.day.year, 4))-\(padded(time.day.month, 2))-\(padded(time.day.day, 2))T"
      + "\(padded(time.hour, 2)):\(padded(time.minute, 2)):\(padded(time.second, 2))\(fraction)Z"
  }

  /// Returns nanoseconds as the digits after a point, without zeros at the end.
  static func fraction(_ nanoseconds: Int) -> String {
    var digits = padded(nanoseconds, 9)
    while digits.last == "0" { digits.removeLast() }
    return digits
  }
}

/// Returns a number with zeros before it, so that it has at least some digits.
private func padded(_ number: Int, _ digits: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}

/// Reads the parts of a date, a time and an offset from UTC.
struct DigitScanner {
  private var rest: Substring.UTF8View

  init(_ text: String) {
    rest = text[...].utf8
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard let byte = rest.first, UInt32(byte) == sign.value else { return false }
    rest.removeFirst()
    return true
  }

  mutating func number(digits count: Int) -> Int? {
    guard rest.count >= count else { return nil }
    var number = 0
    for _ in 0..<count {
      guard let byte = rest.first, (48...57).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 48)
      rest.removeFirst()
    }
    return number
  }

  /// Returns the nanoseconds after the second; 0 without a point, nil where no or too many digits follow it.
  mutating func fraction() -> Int? {
    guard take(".") else { return 0 }
    var nanoseconds = 0
    var weight = 100_000_000
    var count = 0
    while let digit = number(digits: 1) {
      nanoseconds += digit * weight
      weight /= 10
      count += 1
    }
    return (1...9).contains(count) ? nanoseconds : nil
  }

  /// Returns the seconds east of UTC that `Z`, `+05:45` or `-07:00` stand for.
  mutating func offset() -> Int? {
    if take("Z") { return 0 }
    let isWest = take("-")
    guard isWest || take("+"), let hours = number(digits: 2), take(":"),
      let minutes = number(digits: 2), hours < 24, minutes < 60
    else { return nil }
    return (isWest ? -1 : 1) * (hours * 3600 + minutes * 60)
  }
}
