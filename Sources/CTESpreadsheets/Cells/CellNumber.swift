import CTEModel
import CTERulePack

/// Writes numbers of cells as their formats show them.
struct CellNumber {
  /// Whether days are counted from 1904.
  let countsFrom1904: Bool

  /// Writes a number of a form and returns what the cell holds; a text that is no number is written as it stands.
  @inline(__always)
  func append(
    _ text: UnsafeBufferPointer<UInt8>, as form: NumberForm, to bytes: inout [UInt8]
  ) -> CellKind {
    if form == .general, Self.isPlain(text) {
      bytes.append(contentsOf: text)
      return .text
    }
    return appendOther(text, as: form, to: &bytes)
  }

  /// Whether a text is a whole number that shows as it is written.
  @inline(__always)
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count <= ShownNumber.mostDigits, let first = text.first,
      first != UInt8(ascii: "0") || text.count == 1
    else { return false }
    for byte in text where byte &- UInt8(ascii: "0") > 9 { return false }
    return true
  }

  private func appendOther(
    _ text: UnsafeBufferPointer<UInt8>, as form: NumberForm, to bytes: inout [UInt8]
  ) -> CellKind {
    guard let value = Self.value(text) else {
      bytes.append(contentsOf: text)
      return .text
    }
    return append(value, as: form, to: &bytes)
  }

  /// Writes the value of a number and returns what the cell holds.
  func append(_ value: Double, as form: NumberForm, to bytes: inout [UInt8]) -> CellKind {
    guard value.isFinite else {
      bytes.append(contentsOf: "#NUM!".utf8)
      return .error
    }
    if let kind = appendDay(value, as: form, to: &bytes) { return kind }
    let number = ShownNumber(value)
    if case .zeros(let length) = form, number.isWhole {
      number.append(to: &bytes, padded: length)
    } else {
      number.append(to: &bytes)
    }
    return number.exponent > ShownNumber.mostDigits ? .imprecise : .text
  }

  /// Nothing that is longer is taken for a number.
  static let mostLength = 400

  /// Returns the value of a number as XML writes it, or nil for anything else.
  private static func value(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    if isPlain(text) { return Double(text.reduce(0) { $0 * 10 + Int($1 &- UInt8(ascii: "0")) }) }
    let isNumber = text.allSatisfy { byte in
      byte &- UInt8(ascii: "0") <= 9 || ".+-eE \t\n\r".utf8.contains(byte)
    }
    guard isNumber, text.count <= mostLength else { return nil }
    let trimmed = text.split { $0 <= 0x20 }
    guard trimmed.count == 1, let value = Double(String(decoding: trimmed[0], as: UTF8.self)),
      value.isFinite
    else { return nil }
    return value
  }
}
