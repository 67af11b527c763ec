/// What a number format makes of a number, as far as it matters to whoever reads the cell.
enum NumberForm: Hashable {
  /// The number itself.
  case general
  /// A day.
  case day
  /// A time of day.
  case time
  /// A day and a time of day.
  case dayAndTime
  /// A span of time, which may have more than 24 hours.
  case span
  /// A whole number with zeros before it up to a length.
  case zeros(Int)

  /// The form of a format that programs know by its number; some numbers mean days in eastern editions only.
  init(builtIn number: Int) {
    switch number {
    case 14...17, 27...31, 36, 50...54, 57, 58: self = .day
    case 18...21, 32...35, 45, 47, 55, 56: self = .time
    case 22: self = .dayAndTime
    case 46: self = .span
    default: self = .general
    }
  }

  /// The form of a format that a workbook spells out; its first section is the one for numbers.
  init(code: String) {
    let signs = NumberFormatSigns(code)
    let (hasDay, hasTime) = (signs.hasDay, signs.hasTime)
    if signs.plain.count > 1, signs.plain.allSatisfy({ $0 == "0" }) {
      self = .zeros(signs.plain.count)
    } else if hasDay {
      self = hasTime ? .dayAndTime : .day
    } else if signs.isSpan {
      self = .span
    } else {
      self = hasTime ? .time : .general
    }
  }
}

/// The signs of the first section of a number format.
private struct NumberFormatSigns {
  /// All signs but colours and languages, in small letters; literals stand for themselves.
  private(set) var plain = ""
  /// The signs that may stand for parts of a day or time, in small letters.
  private var letters = ""
  /// Whether it counts hours, minutes or seconds beyond a day.
  private(set) var isSpan = false

  init(_ code: String) {
    var rest = Substring(code.prefix(1000).lowercased())
    while let sign = rest.popFirst(), sign != ";" {
      switch sign {
      case "\"": keepLiteral(rest.prefix { $0 != "\"" }, of: &rest)
      case "[": takeBracket(&rest)
      case "\\", "_", "*": keepLiteral(rest.prefix(1), of: &rest, closing: 0)
      default:
        plain.append(sign)
        letters.append(sign)
      }
    }
    for word in ["general", "am/pm", "a/p", "e+", "e-"] { remove(word) }
  }

  /// Literals show in the cell, so that a format with them isn't one of zeros only.
  private mutating func keepLiteral(
    _ literal: Substring, of rest: inout Substring, closing: Int = 1
  ) {
    plain += "'"
    rest = rest.dropFirst(literal.count + closing)
  }

  private mutating func takeBracket(_ rest: inout Substring) {
    let inner = rest.prefix { $0 != "]" }
    rest = rest.dropFirst(inner.count + 1)
    // A span of time; what else stands in brackets is a colour, a condition or a language.
    if let first = inner.first, "hms".contains(first), inner.allSatisfy({ $0 == first }) {
      isSpan = true
      letters += inner
    }
  }

  private mutating func remove(_ word: String) {
    while let place = firstPlace(of: word) {
      letters.removeSubrange(place)
      if word.hasPrefix("a") { letters += "h" }
    }
  }

  private func firstPlace(of word: String) -> Range<String.Index>? {
    var start = letters.startIndex
    while start < letters.endIndex {
      if letters[start...].hasPrefix(word) {
        return start..<letters.index(start, offsetBy: word.count)
      }
      start = letters.index(after: start)
    }
    return nil
  }

  var hasTime: Bool { isSpan || letters.contains { $0 == "h" || $0 == "s" } }

  /// A month is a day's; a minute stands beside hours or seconds.
  var hasDay: Bool {
    letters.contains { "dyeg".contains($0) } || (!hasTime && letters.contains("m"))
  }
}
