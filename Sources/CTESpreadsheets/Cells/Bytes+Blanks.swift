import CTEIntake

extension [UInt8] {
  /// Whether nothing but blanks stands from an offset on.
  @inline(__always)
  func isBlank(from start: Int) -> Bool {
    // Most texts are told from blanks by their first byte.
    start < count && self[start] &- 0x21 >= 0x5E
      && withUnsafeBufferPointer {
        UnsafeBufferPointer(rebasing: $0[start...]).rangeWithoutBlanks.isEmpty
      }
  }
}
