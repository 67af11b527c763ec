import CTEModel

/// A cell's place as a workbook writes it, such as `B7`.
struct CellReference: Hashable {
  /// The column, from 0; greater than any sheet's where it has too many letters.
  let column: Int
  /// The row as a spreadsheet program shows it; greater than any sheet's where it has too many digits.
  let row: Int

  static let mostColumns = 16_384
  static let mostRows = 1_048_576

  /// Reads a place; nil where it is none.
  @inline(__always)
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var (place, letters) = (0, 0)
    while place < bytes.count, bytes[place] &- UInt8(ascii: "A") < 26 {
      // Great enough to be refused, and small enough never to overflow.
      if letters <= Self.mostColumns { letters = letters * 26 + Int(bytes[place]) - 64 }
      place += 1
    }
    guard place > 0, let row = Self.number(bytes, from: place) else { return nil }
    column = letters - 1
    self.row = row
  }

  /// Reads a number greater than zero that has nothing but digits; nil where it is none.
  @inline(__always)
  static func number(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
    var number = 0
    for place in start..<max(start, bytes.count) {
      let digit = bytes[place] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      if number <= mostRows { number = number * 10 + Int(digit) }
    }
    return number > 0 ? number : nil
  }
}
