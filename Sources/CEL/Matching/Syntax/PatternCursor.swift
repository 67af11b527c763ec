/// A place in a pattern that moves forward.
struct PatternCursor {
  private let scalars: [Unicode.Scalar]
  /// The number of code points before the place.
  private(set) var offset = 0

  init(_ source: String) {
    scalars = Array(source.unicodeScalars)
  }

  var length: Int { scalars.count }
  var current: Unicode.Scalar? { offset < scalars.count ? scalars[offset] : nil }
  var following: Unicode.Scalar? { offset + 1 < scalars.count ? scalars[offset + 1] : nil }

  /// Returns the code point at the place and moves behind it; nil at the end.
  mutating func next() -> Unicode.Scalar? {
    guard let current else { return nil }
    offset += 1
    return current
  }

  /// Returns whether a text stands at the place.
  func sees(_ text: String) -> Bool {
    scalars[offset...].starts(with: text.unicodeScalars)
  }

  /// Moves behind a text if it stands at the place, and returns whether it did.
  mutating func take(_ text: String) -> Bool {
    guard sees(text) else { return false }
    offset += text.unicodeScalars.count
    return true
  }

  /// Returns what stands before a text and moves behind that text; nil if it doesn't follow, or if
  /// one of the others stands before it.
  mutating func take(upTo end: String, without others: String = "") -> String? {
    var ahead = self
    var content = ""
    while !ahead.take(end) {
      guard let scalar = ahead.next(), !others.unicodeScalars.contains(scalar) else { return nil }
      content.unicodeScalars.append(scalar)
    }
    self = ahead
    return content
  }

  /// Returns the number whose decimal digits stand at the place, and moves behind them.
  ///
  /// What no `Int` can hold becomes its largest value.
  mutating func takeNumber() -> Int? {
    var number: Int?
    while let digit = current?.value(inBase: 10) {
      let (product, isTooLarge) = (number ?? 0).multipliedReportingOverflow(by: 10)
      number = isTooLarge || product > Int.max - digit ? Int.max : product + digit
      offset += 1
    }
    return number
  }
}

extension Unicode.Scalar {
  /// Returns the value of an ASCII digit or letter in a base of at most 16.
  func value(inBase base: Int) -> Int? {
    guard isASCII else { return nil }
    return Character(self).hexDigitValue.flatMap { $0 < base ? $0 : nil }
  }
}
