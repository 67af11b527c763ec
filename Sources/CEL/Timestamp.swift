/// The days that stand in expressions.
enum Timestamp {
  /// Returns the seconds since 1970 of a day at midnight UTC, written `yyyy-mm-ddT00:00:00Z`.
  static func seconds(ofDay text: String) -> Int64? {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1] == "00:00:00Z" else { return nil }
    let numbers = parts[0].split(separator: "-", omittingEmptySubsequences: false)
    guard numbers.map(\.count) == [4, 2, 2] else { return nil }
    let values = numbers.compactMap { Int($0) }
    guard values.count == 3, (1...9999).contains(values[0]), (1...12).contains(values[1]),
      (1...days(in: values[1], of: values[0])).contains(values[2])
    else { return nil }
    return Int64(daysSinceEpoch(values[0], values[1], values[2])) * 86_400
  }

  private static func days(in month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  private static func daysSinceEpoch(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let before = year - 1
    let leaps = before / 4 - before / 100 + before / 400
    let inYear = (1..<month).reduce(0) { $0 + days(in: $1, of: year) } + day
    return before * 365 + leaps + inYear - 719_163
  }
}
