/// A part of a container, as the container's directory has it.
struct ZipEntry {
  /// Its place in the directory, from 0.
  let index: Int
  /// Its name as the container writes it.
  let writtenName: [UInt8]
  /// Bits that say how it was written.
  let flags: Int
  /// How it is packed: 0 not at all, 8 deflated.
  let method: Int
  /// The checksum of what is in it.
  let checksum: Int
  /// Its bytes as they lie in the container.
  let packedSize: Int
  /// Its bytes when they are inflated.
  let size: Int
  /// Where its own header begins.
  let headerOffset: Int

  /// Its name with slashes, as parts are looked up.
  var name: String { Self.name(writtenName) }

  static func name(_ written: some Sequence<UInt8>) -> String {
    String(
      decoding: written.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }, as: UTF8.self)
  }

  /// Whether it can be read only by those who know a password.
  var isEncrypted: Bool { flags & 0x2041 != 0 }
  /// Whether its sizes stand behind it and not in its own header.
  var hasDescriptor: Bool { flags & 8 != 0 }
}

extension ZipEntry {
  /// Reads an entry of the directory, and returns it with where the next begins.
  ///
  /// Returns nil where no whole entry stands there.
  static func read(
    _ directory: [UInt8], at start: Int, index: Int
  ) -> (entry: ZipEntry, end: Int)? {
    guard directory.number32(start) == 0x0201_4B50, let flags = directory.number16(start + 8),
      let method = directory.number16(start + 10), let checksum = directory.number32(start + 16),
      let packed = directory.number32(start + 20), let inflated = directory.number32(start + 24),
      let nameLength = directory.number16(start + 28),
      let extraLength = directory.number16(start + 30),
      let remarkLength = directory.number16(start + 32),
      let offset = directory.number32(start + 42)
    else { return nil }
    let nameEnd = start + 46 + nameLength
    let extraEnd = nameEnd + extraLength
    var sizes = ZipSizes(inflated: inflated, packed: packed, offset: offset)
    guard extraEnd + remarkLength <= directory.count,
      sizes.widen(by: directory, from: nameEnd, to: extraEnd)
    else { return nil }
    let entry = ZipEntry(
      index: index, writtenName: Array(directory[start + 46..<nameEnd]), flags: flags,
      method: method, checksum: checksum, packedSize: sizes.packed, size: sizes.inflated,
      headerOffset: sizes.offset)
    return (entry, extraEnd + remarkLength)
  }
}

/// The sizes of an entry, which stand in an extra field where they are too great for the header.
struct ZipSizes {
  var inflated: Int
  var packed: Int
  var offset: Int

  private static let elsewhere = 0xFFFF_FFFF

  /// Takes the sizes that stand in the extra field of great containers; false where that is broken.
  mutating func widen(by bytes: [UInt8], from start: Int, to end: Int) -> Bool {
    var position = start
    while position + 4 <= end, let kind = bytes.number16(position),
      let length = bytes.number16(position + 2)
    {
      let (field, fieldEnd) = (position + 4, position + 4 + length)
      guard kind == 1 else {
        position = fieldEnd
        continue
      }
      return fieldEnd <= end && take(bytes, from: field, to: fieldEnd)
    }
    return true
  }

  private mutating func take(_ bytes: [UInt8], from start: Int, to end: Int) -> Bool {
    var position = start
    for size in [\Self.inflated, \.packed, \.offset] where self[keyPath: size] == Self.elsewhere {
      guard position + 8 <= end, let value = bytes.number64(position) else { return false }
      self[keyPath: size] = value
      position += 8
    }
    return true
  }
}
