/// A container of parts as tests need it: nothing is packed, and every header can be made to lie.
struct TestZip {
  struct Part {
    var name: String
    var bytes: [UInt8]
    var flags = 0
    var method = 0
    /// What the directory says instead of the truth.
    var saidSize: Int?
    var saidPackedSize: Int?
    var saidChecksum: UInt32?
    var saidOffset: Int?
    /// What the part's own header says instead of what the directory says.
    var localName: String?
    var localMethod: Int?
    var localSize: Int?
    var isGreat = false

    init(_ name: String, _ text: String) {
      self.init(name, Array(text.utf8))
    }

    init(_ name: String, _ bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  var parts: [Part]
  var remark = ""
  var saidCount: Int?
  /// How many entries a further end, as great containers have it, says that there are.
  var saidGreatCount: Int?

  var bytes: [UInt8] {
    var all: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      directory += part.entry(at: all.count)
      all += part.header + part.bytes + part.descriptor
    }
    let place = all.count
    all += directory + greatEnd(directory: directory.count, at: place)
    all += [0x50, 0x4B, 5, 6] + Self.two(0) + Self.two(0)
    all += Self.two(saidCount ?? parts.count) + Self.two(saidCount ?? parts.count)
    all += Self.four(directory.count) + Self.four(place) + Self.two(remark.utf8.count)
    return all + Array(remark.utf8)
  }

  private func greatEnd(directory count: Int, at place: Int) -> [UInt8] {
    guard let saidGreatCount else { return [] }
    let end: [UInt8] = [0x50, 0x4B, 6, 6] + Self.eight(44) + Self.two(45) + Self.two(45)
    let numbers = [0, saidGreatCount, saidGreatCount, count, place].flatMap(Self.eight)
    let locator: [UInt8] = [0x50, 0x4B, 6, 7] + Self.four(0) + Self.eight(place + count)
    return end + numbers + locator + Self.four(1)
  }

  static func two(_ number: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
  }

  static func four(_ number: Int) -> [UInt8] { two(number) + two(number >> 16) }
  static func eight(_ number: Int) -> [UInt8] { four(number) + four(number >> 32) }

  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB8_8320 }
    }
    return ~sum
  }
}

extension TestZip.Part {
  /// Packs the bytes, at most 65,535, in a form that says of them that they can't be packed.
  mutating func packAsItIs() {
    saidChecksum = TestZip.checksum(bytes)
    saidSize = bytes.count
    method = 8
    bytes = [1] + TestZip.two(bytes.count) + TestZip.two(~bytes.count) + bytes
  }

  private var hasDescriptor: Bool { flags & 8 != 0 }
  private var sum: Int { Int(saidChecksum ?? TestZip.checksum(bytes)) }
  private var size: Int { saidSize ?? bytes.count }
  private var packedSize: Int { saidPackedSize ?? bytes.count }

  /// Numbers of two and four bytes in turn; longer ones as two of four.
  private static func bytes(_ numbers: [(Int, Int)]) -> [UInt8] {
    numbers.flatMap { number, count in count == 2 ? TestZip.two(number) : TestZip.four(number) }
  }

  fileprivate var header: [UInt8] {
    let name = Array((localName ?? name).utf8)
    let local = localSize ?? size
    var great: [UInt8] = []
    if isGreat {
      great = Self.bytes([(1, 2), (16, 2)]) + TestZip.eight(local) + TestZip.eight(packedSize)
    }
    var sizes = [sum, packedSize, local]
    if isGreat { sizes = [sum, 0xFFFF_FFFF, 0xFFFF_FFFF] }
    if hasDescriptor { sizes = [0, 0, 0] }
    var all: [UInt8] = [0x50, 0x4B, 3, 4]
    all += Self.bytes([(20, 2), (flags, 2), (localMethod ?? method, 2), (0, 4)])
    all += Self.bytes(sizes.map { ($0, 4) })
    all += Self.bytes([(name.count, 2), (great.count, 2)])
    return all + name + great
  }

  fileprivate var descriptor: [UInt8] {
    guard hasDescriptor else { return [] }
    return [0x50, 0x4B, 7, 8] + Self.bytes([(sum, 4), (packedSize, 4), (size, 4)])
  }

  fileprivate func entry(at offset: Int) -> [UInt8] {
    let name = Array(name.utf8)
    let great = isGreat ? Self.bytes([(1, 2), (8, 2)]) + TestZip.eight(size) : []
    var all: [UInt8] = [0x50, 0x4B, 1, 2]
    all += Self.bytes([(20, 2), (20, 2), (flags, 2), (method, 2), (0, 4), (sum, 4)])
    all += Self.bytes([(packedSize, 4), (isGreat ? 0xFFFF_FFFF : size, 4)])
    all += Self.bytes([(name.count, 2), (great.count, 2), (0, 2), (0, 2), (0, 2), (0, 4)])
    all += Self.bytes([(saidOffset ?? offset, 4)])
    return all + name + great
  }
}
