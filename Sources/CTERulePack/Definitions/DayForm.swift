/// How days are written: the order of year, month and day, and the signs between them.
///
/// ```swift
/// DayForm("m/d/yyyy")    // takes 3/9/2005 and 03/09/2005
/// DayForm("mm/dd/yyyy")  // takes 03/09/2005 alone
/// DayForm("mm-dd")       // nil: there is no year
/// ```
public struct DayForm: Hashable, Sendable {
  /// The form as packs write it.
  public let text: String
  /// Its parts in their order.
  public let parts: [Part]

  /// A part of a form.
  public enum Part: Hashable, Sendable {
    /// A year of four digits.
    case year
    /// A month, of two digits unless zeros may be left out.
    case month(mayBeShort: Bool)
    /// A day of the month, of two digits unless zeros may be left out.
    case day(mayBeShort: Bool)
    /// A sign that stands between the others.
    case sign(UInt8)
  }

  /// Month, day and year with slashes; zeros may be left out.
  public static let monthDayYear = DayForm(known: "m/d/yyyy")
  /// Year, month and day with hyphens.
  public static let yearMonthDay = DayForm(known: "yyyy-mm-dd")

  /// Reads a form, or returns nil where a year, a month or a day is missing or stands twice.
  public init?(_ text: String) {
    guard let parts = Self.parts(of: text) else { return nil }
    self.text = text
    self.parts = parts
  }

  private init(known text: String) {
    self.text = text
    parts = Self.parts(of: text) ?? []
  }

  private static func parts(of text: String) -> [Part]? {
    var parts: [Part] = []
    var rest = text.utf8[...]
    while let first = rest.first {
      let run = rest.prefix { $0 == first }
      rest = rest.dropFirst(run.count)
      guard let part = part(first, run.count) else { return nil }
      parts.append(part)
    }
    let letters = parts.compactMap(\.letter)
    guard letters.sorted() == ["d", "m", "y"], !isAmbiguous(parts) else { return nil }
    return parts
  }

  private static func part(_ letter: UInt8, _ count: Int) -> Part? {
    switch (letter, count) {
    case (UInt8(ascii: "y"), 4): .year
    case (UInt8(ascii: "m"), 1...2): .month(mayBeShort: count == 1)
    case (UInt8(ascii: "d"), 1...2): .day(mayBeShort: count == 1)
    case (UInt8(ascii: "/"), 1), (UInt8(ascii: "-"), 1), (UInt8(ascii: "."), 1), (0x20, 1):
      .sign(letter)
    default: nil
    }
  }

  /// Numbers without a sign between them can only be told apart where each has all its digits.
  private static func isAmbiguous(_ parts: [Part]) -> Bool {
    zip(parts, parts.dropFirst()).contains { first, second in
      second.letter != nil && [.month(mayBeShort: true), .day(mayBeShort: true)].contains(first)
    }
  }
}

extension DayForm.Part {
  fileprivate var letter: Character? {
    switch self {
    case .year: "y"
    case .month: "m"
    case .day: "d"
    case .sign: nil
    }
  }
}
