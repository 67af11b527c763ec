/// In containers and in old workbooks numbers stand with their lowest byte first.
extension RandomAccessCollection where Element == UInt8, Index == Int {
  /// Returns the number in two bytes, counted from the first; nil where there are fewer.
  func number16(_ place: Int) -> Int? {
    guard place >= 0, place <= count - 2 else { return nil }
    let first = startIndex + place
    return Int(self[first]) | Int(self[first + 1]) << 8
  }

  /// Returns the number in four bytes, counted from the first; nil where there are fewer.
  func number32(_ place: Int) -> Int? {
    guard let low = number16(place), let high = number16(place + 2) else { return nil }
    return low | high << 16
  }

  /// Returns the number in eight bytes, counted from the first; nil where there are fewer, or it is greater than any
  /// file.
  func number64(_ place: Int) -> Int? {
    guard let low = number32(place), let high = number32(place + 4), high < 1 << 31 else {
      return nil
    }
    return low | high << 32
  }
}

extension [UInt8] {
  /// Appends a number of two bytes.
  mutating func append16(_ number: Int) {
    append(UInt8(truncatingIfNeeded: number))
    append(UInt8(truncatingIfNeeded: number >> 8))
  }

  /// Appends a number of four bytes.
  mutating func append32(_ number: Int) {
    append16(number)
    append16(number >> 16)
  }

  /// Appends zeros until there are a number of bytes.
  mutating func pad(to count: Int) {
    append(contentsOf: repeatElement(0, count: Swift.max(0, count - self.count)))
  }
}
