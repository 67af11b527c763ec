extension ZipBuilder.Entry {
  /// The content as the entry's method stores it.
  var packed: [UInt8] {
    switch method {
    case .stored: content.bytes
    case .deflated(let tightness): Deflater.deflated(content, tightness)
    }
  }
}

extension ZipBuilder.Header {
  /// Moves the sizes into the extra field for great files.
  mutating func makeGreat(isLocal: Bool) {
    version = 45
    extra.append(1, bytes: 2)
    extra.append(16, bytes: 2)
    extra.append(size, bytes: 8)
    extra.append(storedSize, bytes: 8)
    (size, storedSize) = (0xFFFF_FFFF, 0xFFFF_FFFF)
  }

  /// The part that stands in the entry's own header and in the directory.
  var common: [UInt8] {
    var bytes: [UInt8] = []
    // The first of January 1980, as programs write it that don't tell the time.
    for number in [version, flags, method, 0, 0x21] { bytes.append(number, bytes: 2) }
    for number in [sum, storedSize, size] { bytes.append(number, bytes: 4) }
    for number in [name.count, extra.count] { bytes.append(number, bytes: 2) }
    return bytes
  }

  var descriptor: [UInt8] {
    var bytes: [UInt8] = []
    for number in [0x0807_4B50, sum, storedSize, size] { bytes.append(number, bytes: 4) }
    return bytes
  }
}

extension ZipBuilder.End {
  /// The records of a great file, the second of which says where the first stands.
  var great: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(0x0606_4B50, bytes: 4)
    bytes.append(44, bytes: 8)
    for _ in 0..<2 { bytes.append(45, bytes: 2) }
    for _ in 0..<2 { bytes.append(0, bytes: 4) }
    for number in [entries, allEntries, size, offset] { bytes.append(number, bytes: 8) }
    bytes.append(0x0706_4B50, bytes: 4)
    bytes.append(0, bytes: 4)
    bytes.append(place, bytes: 8)
    bytes.append(1, bytes: 4)
    return bytes
  }
}
