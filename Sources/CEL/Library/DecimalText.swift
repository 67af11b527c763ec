/// Writes floating-point numbers with a chosen number of digits, rounded from their exact amount, halves to even.
enum DecimalText {
  /// Returns a finite number with some digits after the point, such as `3.142`.
  static func fixed(_ number: Double, precision: Int) -> String {
    var digits = rounded(number.magnitude, scale: precision)
    while digits.count <= precision { digits.insert("0", at: digits.startIndex) }
    let whole = digits.dropLast(precision)
    let sign = number.sign == .minus ? "-" : ""
    return sign + whole + (precision > 0 ? "." + digits.suffix(precision) : "")
  }

  /// Returns a finite number with one digit before the point and an exponent, such as `3.142e+00`.
  static func scientific(_ number: Double, precision: Int) -> String {
    let sign = number.sign == .minus ? "-" : ""
    var exponent = 0
    var digits = "0"
    if number != 0 {
      exponent = decimalExponent(of: number.magnitude)
      digits = rounded(number.magnitude, scale: precision - exponent)
      // The estimate may be one off, and rounding up may add a digit.
      if digits.count != precision + 1 {
        exponent += digits.count - precision - 1
        digits = rounded(number.magnitude, scale: precision - exponent)
      }
    }
    digits += String(repeating: "0", count: max(0, precision + 1 - digits.count))
    let fraction = precision > 0 ? "." + digits.dropFirst().prefix(precision) : ""
    let shown = String(exponent.magnitude)
    return sign + digits.prefix(1) + fraction + (exponent < 0 ? "e-" : "e+")
      + (shown.count < 2 ? "0" : "") + shown
  }

  private static func decimalExponent(of number: Double) -> Int {
    let text = String(describing: number)
    if let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...]) {
      return exponent
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    if parts[0] != "0" { return parts[0].count - 1 }
    return -(parts[1].prefix { $0 == "0" }.count + 1)
  }

  /// Returns the digits of a number times ten to the power of `scale`, rounded to a whole one.
  private static func rounded(_ number: Double, scale: Int) -> String {
    if number == 0 { return "0" }
    // The number is `significand` times two to the power of `exponent`, both whole.
    let exponent = Int(number.exponent) - 52
    let isSubnormal = number.exponentBitPattern == 0
    let significand =
      isSubnormal ? number.significandBitPattern : number.significandBitPattern | 1 << 52
    var dividend = BigNumber(significand)
    var divisor = BigNumber(1)
    let power = isSubnormal ? -1074 : exponent
    if power >= 0 { dividend.multiply(by: 2, times: power) }
    if power < 0 { divisor.multiply(by: 2, times: -power) }
    if scale >= 0 { dividend.multiply(by: 10, times: scale) }
    if scale < 0 { divisor.multiply(by: 10, times: -scale) }
    return dividend.quotient(by: divisor)
  }
}

/// A whole number of any size, as far as it is needed to write floating-point numbers exactly.
private struct BigNumber {
  /// The digits to the base 2^32, the least first, without zeros at the end.
  private var digits: [UInt32]

  init(_ number: UInt64) {
    digits = [UInt32(truncatingIfNeeded: number), UInt32(number >> 32)]
    trim()
  }

  mutating func multiply(by factor: UInt32, times: Int) {
    for _ in 0..<times { multiply(by: factor) }
  }

  private mutating func multiply(by factor: UInt32) {
    var carry: UInt64 = 0
    for index in digits.indices {
      let product = UInt64(digits[index]) * UInt64(factor) + carry
      digits[index] = UInt32(truncatingIfNeeded: product)
      carry = product >> 32
    }
    if carry > 0 { digits.append(UInt32(carry)) }
  }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
  }

  /// Returns the decimal digits of the quotient, rounded, a half to the even one.
  func quotient(by divisor: BigNumber) -> String {
    var powers = [divisor]
    while let last = powers.last, last.isAtMost(self) {
      var next = last
      next.multiply(by: 10)
      powers.append(next)
    }
    var rest = self
    var result: [UInt8] = []
    for power in powers.dropLast().reversed() { result.append(rest.takeOut(power)) }
    if rest.isMoreThanHalf(of: divisor, orHalfIf: (result.last ?? 0) % 2 == 1) {
      Self.increment(&result)
    }
    return result.isEmpty ? "0" : String(decoding: result.map { $0 + 48 }, as: UTF8.self)
  }

  private static func increment(_ digits: inout [UInt8]) {
    var index = digits.count - 1
    while index >= 0, digits[index] == 9 {
      digits[index] = 0
      index -= 1
    }
    if index >= 0 { digits[index] += 1 } else { digits.insert(1, at: 0) }
  }

  /// Subtracts another number as often as it goes, which is less than ten times, and returns how often.
  private mutating func takeOut(_ other: BigNumber) -> UInt8 {
    var count: UInt8 = 0
    while other.isAtMost(self) {
      var borrow: Int64 = 0
      for index in digits.indices {
        let part = index < other.digits.count ? Int64(other.digits[index]) : 0
        let difference = Int64(digits[index]) - part - borrow
        borrow = difference < 0 ? 1 : 0
        digits[index] = UInt32(truncatingIfNeeded: difference)
      }
      trim()
      count += 1
    }
    return count
  }

  private func isAtMost(_ other: BigNumber) -> Bool {
    if digits.count != other.digits.count { return digits.count < other.digits.count }
    for (first, second) in zip(digits, other.digits).reversed() where first != second {
      return first < second
    }
    return true
  }

  private func isMoreThanHalf(of other: BigNumber, orHalfIf takesHalf: Bool) -> Bool {
    var double = self
    double.multiply(by: 2)
    guard other.isAtMost(double) else { return false }
    return takesHalf || !double.isAtMost(other)
  }
}
