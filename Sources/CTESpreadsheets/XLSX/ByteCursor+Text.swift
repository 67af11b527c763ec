/// Room for texts that don't stand in the bytes as they are.
struct TextRoom {
  let room: UnsafeMutableBufferPointer<UInt8>
  var used = 0
}

extension ByteCursor {
  /// Goes over text as far as the next tag, and returns it without references.
  ///
  /// - Parameter room: Takes texts with references; it has as much room as there are bytes.
  @inline(__always)
  mutating func text(_ room: inout TextRoom) throws(ScanStop) -> Bytes {
    let start = position
    var isPlain = true
    while true {
      let byte = try next
      if byte == UInt8(ascii: "<") { break }
      if byte >= 0x80 || byte == UInt8(ascii: "&") {
        isPlain = false
      } else if byte < 0x20 && byte != 0x0A && byte != 0x09 || byte == UInt8(ascii: ">") {
        throw .unusual
      }
      position += 1
    }
    let text = Bytes(rebasing: bytes[start..<position])
    return isPlain ? text : try Self.resolved(text, &room)
  }

  private static func resolved(_ text: Bytes, _ room: inout TextRoom) throws(ScanStop) -> Bytes {
    guard String(validating: text, as: UTF8.self) != nil else { throw .unusual }
    let start = room.used
    var place = 0
    while place < text.count {
      if text[place] == UInt8(ascii: "&") {
        let (scalar, end) = try reference(text, at: place)
        for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          try room.append(unit)
        }
        place = end
      } else {
        // U+FFFE and U+FFFF, which XML doesn't allow.
        if text[place] == 0xEF, text[place + 1] == 0xBF, text[place + 2] >= 0xBE { throw .unusual }
        try room.append(text[place])
        place += 1
      }
    }
    return Bytes(rebasing: room.room[start..<room.used])
  }

  /// Returns the sign of a reference and where it ends.
  private static func reference(
    _ text: Bytes, at start: Int
  ) throws(ScanStop) -> (Unicode.Scalar, end: Int) {
    let name = text[(start + 1)...].prefix(10).prefix { $0 != UInt8(ascii: ";") }
    let end = start + 1 + name.count
    guard end < text.count, text[end] == UInt8(ascii: ";") else { throw .unusual }
    let scalar: Unicode.Scalar? =
      switch String(decoding: name, as: UTF8.self) {
      case "amp": "&"
      case "lt": "<"
      case "gt": ">"
      case "quot": "\""
      case "apos": "'"
      case let number where number.hasPrefix("#x"): Self.scalar(number.dropFirst(2), radix: 16)
      case let number where number.hasPrefix("#"): Self.scalar(number.dropFirst(), radix: 10)
      default: nil
      }
    guard let scalar else { throw .unusual }
    return (scalar, end + 1)
  }

  /// Returns the sign of a number, if XML allows it.
  private static func scalar(_ digits: Substring, radix: Int) -> Unicode.Scalar? {
    guard digits.first?.isHexDigit == true, let number = UInt32(digits, radix: radix) else {
      return nil
    }
    let isAllowed = number >= 0x20 || [0x09, 0x0A, 0x0D].contains(number)
    return isAllowed && number & 0xFFFE != 0xFFFE ? Unicode.Scalar(number) : nil
  }
}

extension TextRoom {
  fileprivate mutating func append(_ byte: UInt8) throws(ScanStop) {
    guard used < room.count else { throw .unusual }
    room[used] = byte
    used += 1
  }
}
