// The language's spans are nanoseconds in 64 bits, about 292 years in both directions.
extension Duration {
  /// Whether the span is one that the language knows.
  var isInRange: Bool {
    self >= .nanoseconds(Int64.min) && self <= .nanoseconds(Int64.max)
  }

  /// Reads a span such as `90s`, `-1.5h` or `1h30m`; the units are h, m, s, ms, us and ns.
  ///
  /// - Returns: Nil where the text is no span, or one out of range.
  init?(celText text: String) {
    var rest = Array(text.utf8)[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    if rest.elementsEqual([UInt8(ascii: "0")]) {
      self = .zero
      return
    }
    var nanoseconds: Int64 = 0
    repeat {
      guard let part = Self.takePart(&rest) else { return nil }
      let sum = nanoseconds.subtractingReportingOverflow(part)
      guard !sum.overflow else { return nil }
      nanoseconds = sum.partialValue
    } while !rest.isEmpty
    // Counted below zero, because there is one more number there.
    guard isNegative || nanoseconds > .min else { return nil }
    self = .nanoseconds(isNegative ? nanoseconds : -nanoseconds)
  }

  /// Takes a number and its unit, such as `1.5h`, and returns its nanoseconds.
  private static func takePart(_ rest: inout ArraySlice<UInt8>) -> Int64? {
    let whole = takeDigits(&rest)
    var fraction: ArraySlice<UInt8> = []
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = takeDigits(&rest)
    }
    guard !whole.isEmpty || !fraction.isEmpty, let unit = takeUnit(&rest) else { return nil }
    var total: Int64 = 0
    for digit in whole {
      let tens = total.multipliedReportingOverflow(by: 10)
      let sum = tens.partialValue.addingReportingOverflow(Int64(digit - 48))
      guard !tens.overflow, !sum.overflow else { return nil }
      total = sum.partialValue
    }
    let product = total.multipliedReportingOverflow(by: unit)
    var part: Double = 0
    for digit in fraction.reversed() { part = (part + Double(digit - 48)) / 10 }
    let sum = product.partialValue.addingReportingOverflow(Int64(part * Double(unit) + 1e-6))
    return product.overflow || sum.overflow ? nil : sum.partialValue
  }

  private static func takeDigits(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let digits = rest.prefix { (48...57).contains($0) }
    rest = rest.dropFirst(digits.count)
    return digits
  }

  private static func takeUnit(_ rest: inout ArraySlice<UInt8>) -> Int64? {
    let name = rest.prefix { !(46...57).contains($0) }
    rest = rest.dropFirst(name.count)
    switch String(decoding: name, as: UTF8.self) {
    case "h": return 3_600_000_000_000
    case "m": return 60_000_000_000
    case "s": return 1_000_000_000
    case "ms": return 1_000_000
    case "us", "µs", "μs": return 1000
    case "ns": return 1
    default: return nil
    }
  }

  /// The span in seconds as the language writes it, such as `90s` or `-1.5s`.
  var celText: String {
    let (seconds, attoseconds) = components
    let nanoseconds = Int(attoseconds / 1_000_000_000)
    let sign = seconds < 0 || nanoseconds < 0 ? "-" : ""
    let fraction = nanoseconds == 0 ? "" : "." + Timestamp.fraction(abs(nanoseconds))
    return "\(sign)\(seconds.magnitude)\(fraction)s"
  }
}
