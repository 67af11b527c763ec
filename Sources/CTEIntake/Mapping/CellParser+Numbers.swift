import CTEModel
import CTERulePack

extension CellParser {
  /// Reads fiscal years of four digits.
  mutating func years() -> [Int32] {
    codes(
      { text, _ in text.count == 4 ? Self.integer(text) : missingCode },
      problem: { [year] in .notAYear($0, year: year.number) })
  }

  /// Reads numbers, all in one form.
  mutating func numbers(
    _ name: String, _ parse: (UnsafeBufferPointer<UInt8>) -> Int32
  ) -> [Int32] {
    codes({ text, _ in parse(text) }, problem: { .notANumber($0, expected: name) })
  }

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

  /// Reads a number with at most seven digits before and two after the period, as hundredths.
  static func hundredths(_ text: UnsafeBufferPointer<UInt8>) -> Int32 {
    let point = text.firstIndex(of: UInt8(ascii: ".")) ?? text.count
    guard point <= 7, point > 0 || text.count > 1 else { return missingCode }
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
