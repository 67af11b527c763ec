import CTEModel
import CTERulePack

extension CellParser {
  /// Reads fiscal years of four digits.
  mutating func years() -> [Int32] {
    plainCodes(
      { text in text.count == 4 ? Self.integer(text) : missingCode },
      problem: { [year] in .notAYear($0, year: year.number) })
  }

  /// Reads whole numbers of at most so many digits.
  mutating func integers(_ digits: Int) -> [Int32] {
    plainCodes(
      { text in text.count <= digits ? Self.integer(text) : missingCode },
      problem: {
        .notANumber(
          $0,
          expected: digits < 9 ? "whole number of at most \(Self.digits(digits))" : "whole number")
      })
  }

  /// Reads numbers of at most so many digits before the period and two after it.
  mutating func hundredths(_ digits: Int) -> [Int32] {
    plainCodes(
      { text in Self.hundredths(text, digits: digits) },
      problem: {
        let before = digits < 7 ? "at most \(Self.digits(digits)) before the period and " : ""
        return .notANumber($0, expected: "number with \(before)at most two decimals")
      })
  }

  private static func digits(_ count: Int) -> String { count == 1 ? "1 digit" : "\(count) digits" }

  /// Reads a whole number of at most nine digits, without a sign.
  static func integer(_ text: UnsafeBufferPointer<UInt8>) -> Int32 {
    guard (1...9).contains(text.count) else { return missingCode }
    var number: Int32 = 0
    for byte in text {
      guard byte &- 0x30 <= 9 else { return missingCode }
      number = number * 10 + Int32(byte &- 0x30)
    }
    return number
  }

  /// Reads a number with at most two digits after the period, as hundredths.
  static func hundredths(_ text: UnsafeBufferPointer<UInt8>, digits: Int) -> Int32 {
    let point = text.firstIndex(of: UInt8(ascii: ".")) ?? text.count
    guard point <= digits, point > 0 || text.count > 1 else { return missingCode }
    let whole = point == 0 ? 0 : integer(UnsafeBufferPointer(rebasing: text[..<point]))
    guard whole != missingCode else { return missingCode }
    guard point < text.count else { return whole * 100 }
    let decimals = UnsafeBufferPointer(rebasing: text[(point + 1)...])
    guard (1...2).contains(decimals.count) else { return missingCode }
    let part = integer(decimals)
    guard part != missingCode else { return missingCode }
    return whole * 100 + (decimals.count == 1 ? part * 10 : part)
  }
}
