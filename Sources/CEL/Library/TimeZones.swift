// The rules of time zones change several times a year, so they are the system's.
import Foundation

/// Finds what clocks show around the world.
enum TimeZones {
  /// Returns the seconds by which a zone is ahead of UTC at a point in time; nil where nobody knows the zone.
  ///
  /// - Parameter zone: A name of the IANA time zone database, such as `America/Phoenix`, or an offset such as `-07:00` or
  ///   `02:00`.
  static func offset(of zone: String, at moment: Timestamp) -> Int? {
    if let offset = fixedOffset(zone) { return offset }
    // Abbreviations such as EST mean several zones, so only names of places and UTC are taken.
    guard zone == "UTC" || zone == "GMT" || zone.contains("/"),
      let known = TimeZone(identifier: zone)
    else { return nil }
    return known.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.seconds)))
  }

  private static func fixedOffset(_ text: String) -> Int? {
    guard let first = text.first, first.isNumber || first == "+" || first == "-" else { return nil }
    var scanner = DigitScanner(first.isNumber ? "+" + text : text)
    let offset = scanner.offset()
    return scanner.isAtEnd ? offset : nil
  }
}
