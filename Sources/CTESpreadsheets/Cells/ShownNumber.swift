/// A number of a cell, written as a spreadsheet program shows it.
struct ShownNumber {
  /// Whether there is a minus before it.
  let isNegative: Bool
  /// Its digits, at most 15, without zeros at either end; empty for zero.
  let digits: [UInt8]
  /// How many digits stand before the period; less than 1 where zeros follow the period.
  let exponent: Int

  /// As many digits as spreadsheet programs keep.
  static let mostDigits = 15
  private static let zero = UInt8(ascii: "0")

  /// The number of a finite value.
  init(_ value: Double) {
    var (digits, exponent) = Self.parts(of: value.magnitude.description)
    if digits.count > Self.mostDigits { exponent += Self.round(&digits) }
    while digits.last == Self.zero { digits.removeLast() }
    isNegative = value < 0
    self.digits = digits
    self.exponent = digits.isEmpty ? 1 : exponent
  }

  /// Whether nothing stands behind the period.
  var isWhole: Bool { digits.count <= exponent }

  /// Writes it without an exponent, with zeros before it up to a length where it is whole.
  func append(to bytes: inout [UInt8], padded length: Int = 0) {
    if isNegative && !digits.isEmpty { bytes.append(UInt8(ascii: "-")) }
    if isWhole { appendZeros(length - max(1, exponent), to: &bytes) }
    if exponent <= 0 {
      bytes.append(contentsOf: [Self.zero, UInt8(ascii: ".")])
      appendZeros(-exponent, to: &bytes)
      bytes.append(contentsOf: digits)
      return
    }
    bytes.append(contentsOf: digits.prefix(exponent))
    appendZeros(exponent - digits.count, to: &bytes)
    if !isWhole {
      bytes.append(UInt8(ascii: "."))
      bytes.append(contentsOf: digits[exponent...])
    }
  }

  private func appendZeros(_ count: Int, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: repeatElement(Self.zero, count: max(0, count)))
  }

  /// Takes the digits and the exponent of a number in Swift's own writing, such as `1.5e-07`.
  private static func parts(of text: String) -> (digits: [UInt8], exponent: Int) {
    let halves = text.split(separator: "e")
    let power = halves.count > 1 ? Int(halves[1]) ?? 0 : 0
    let parts = halves[0].split(separator: ".")
    let digits = parts.flatMap(\.utf8)
    let zeros = digits.prefix { $0 == zero }.count
    return (Array(digits.dropFirst(zeros)), parts[0].utf8.count + power - zeros)
  }

  /// Rounds to the digits that are kept, and returns 1 where that makes the number one digit longer.
  private static func round(_ digits: inout [UInt8]) -> Int {
    let isUp = digits[mostDigits] >= UInt8(ascii: "5")
    digits.removeSubrange(mostDigits...)
    guard isUp else { return 0 }
    for place in digits.indices.reversed() {
      guard digits[place] == UInt8(ascii: "9") else {
        digits[place] += 1
        return 0
      }
      digits[place] = zero
    }
    digits.insert(UInt8(ascii: "1"), at: 0)
    return 1
  }
}
