/// Why scanning ends before its end.
enum ScanStop: Error {
  /// The bytes end within something.
  case ranOut
  /// It may be right, but isn't written as spreadsheet programs write.
  case unusual
}

/// A place in XML that is written as spreadsheet programs write it.
struct ByteCursor {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  let bytes: Bytes
  var position: Int

  /// The byte that comes next.
  @inline(__always)
  var next: UInt8 {
    get throws(ScanStop) {
      guard position < bytes.count else { throw .ranOut }
      return bytes[position]
    }
  }

  /// Goes over a text that must come next.
  @inline(__always)
  mutating func expect(_ text: StaticString) throws(ScanStop) {
    guard try skip(text) else { throw .unusual }
  }

  /// Goes over a text if it comes next, and returns whether it does.
  @inline(__always)
  mutating func skip(_ text: StaticString) throws(ScanStop) -> Bool {
    let (start, count) = (text.utf8Start, text.utf8CodeUnitCount)
    for offset in 0..<count {
      guard position + offset < bytes.count else { throw .ranOut }
      guard bytes[position + offset] == start[offset] else { return false }
    }
    position += count
    return true
  }

  /// Goes over blanks, and returns whether there are any.
  @inline(__always) @discardableResult
  mutating func skipBlanks() -> Bool {
    let start = position
    while position < bytes.count, Self.isBlank(bytes[position]) { position += 1 }
    return position > start
  }

  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// What follows a part of a tag.
  enum TagPart {
    case attribute(name: Bytes, value: Bytes)
    case end
    case emptyEnd
  }

  /// Goes over the next attribute of a tag, or its end.
  @inline(__always)
  mutating func tagPart() throws(ScanStop) -> TagPart {
    let hasBlank = skipBlanks()
    switch try next {
    case UInt8(ascii: ">"):
      position += 1
      return .end
    case UInt8(ascii: "/"):
      try expect("/>")
      return .emptyEnd
    default:
      guard hasBlank else { throw .unusual }
      let name = try run(to: UInt8(ascii: "="))
      try expect("\"")
      return .attribute(name: name, value: try run(to: UInt8(ascii: "\"")))
    }
  }

  /// Goes over the end of a tag without attributes, and returns whether nothing stands in its element.
  @inline(__always)
  mutating func tagEnd() throws(ScanStop) -> Bool {
    skipBlanks()
    if try skip(">") { return false }
    try expect("/>")
    return true
  }

  /// Goes over plain signs as far as one, and over that.
  @inline(__always)
  private mutating func run(to last: UInt8) throws(ScanStop) -> Bytes {
    let start = position
    while true {
      let byte = try next
      position += 1
      if byte == last { return Bytes(rebasing: bytes[start..<position - 1]) }
      // Beyond these, values would have to be checked and changed as XML has it.
      if byte < 0x20 || byte >= 0x80 || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") {
        throw .unusual
      }
    }
  }
}
