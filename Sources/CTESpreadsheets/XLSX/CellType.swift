/// How a cell says what its value is.
enum CellType {
  case number, shared, text, inline, boolean, error, moment

  /// Reads a cell's type; nil where there is none of that name.
  @inline(__always)
  init?(_ name: UnsafeBufferPointer<UInt8>) {
    if name.count == 1 {
      switch name[0] {
      case UInt8(ascii: "n"): self = .number
      case UInt8(ascii: "s"): self = .shared
      case UInt8(ascii: "b"): self = .boolean
      case UInt8(ascii: "e"): self = .error
      case UInt8(ascii: "d"): self = .moment
      default: return nil
      }
    } else if name.elementsEqual("str".utf8) {
      self = .text
    } else if name.elementsEqual("inlineStr".utf8) {
      self = .inline
    } else {
      return nil
    }
  }
}
