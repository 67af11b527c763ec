import Foundation

/// A container of old documents with some streams, for tests: sectors of 512 bytes, their table and the directory.
struct XLSContainer {
  /// The streams in the order of the directory.
  var streams: [(name: String, bytes: [UInt8])]
  /// Whether streams of fewer than 4,096 bytes are kept in small sectors; otherwise they are filled up.
  var keepsSmallStreams = false

  static let free: UInt32 = 0xFFFF_FFFF
  static let endOfChain: UInt32 = 0xFFFF_FFFE
  /// Where the table begins in the file.
  static let tableOffset = 512

  private struct Entry {
    var name: String
    var type: UInt8
    var start: UInt32
    var size: Int
    var next = XLSContainer.free
    var child = XLSContainer.free
  }

  /// The file.
  var bytes: [UInt8] {
    var sectors = XLSSectors()
    var entries = [Entry(name: "Root Entry", type: 5, start: Self.endOfChain, size: 0)]
    var small = XLSSectors(size: 64)
    for (name, stream) in streams {
      let isSmall = keepsSmallStreams && stream.count < 4096
      let padded =
        isSmall ? stream : stream + Array(repeating: 0, count: max(0, 4096 - stream.count))
      let start = isSmall ? small.add(padded) : sectors.add(padded)
      entries.append(Entry(name: name, type: 2, start: start, size: padded.count))
    }
    for place in entries.indices.dropFirst() { entries[place].next = UInt32(place + 1) }
    entries[entries.count - 1].next = Self.free
    entries[0].child = entries.count > 1 ? 1 : Self.free
    var miniTable = Self.endOfChain
    if !small.bytes.isEmpty {
      (entries[0].start, entries[0].size) = (sectors.add(small.bytes), small.bytes.count)
      miniTable = sectors.add(small.chains.flatMap { $0.littleEndian })
    }
    let directory = sectors.add(entries.flatMap(Self.entry))
    return file(sectors, directory: directory, miniTable: miniTable)
  }

  private func file(_ sectors: XLSSectors, directory: UInt32, miniTable: UInt32) -> [UInt8] {
    // The table stands before all other sectors, so that these move up by as many as it has.
    var count = 1
    while count * 128 < sectors.chains.count + count { count += 1 }
    let moved = { (sector: UInt32) in sector < Self.endOfChain ? sector + UInt32(count) : sector }
    var table = Array(repeating: UInt32(0xFFFF_FFFD), count: count) + sectors.chains.map(moved)
    table += Array(repeating: Self.free, count: count * 128 - table.count)
    var header = Self.signature + Array(repeating: 0, count: 16)
    for number in [0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0, 0, 0] as [UInt16] {
      header += number.littleEndian
    }
    let miniCount: UInt32 = miniTable < Self.endOfChain ? 1 : 0
    let numbers: [UInt32] = [
      UInt32(count), moved(directory), 0, 4096, moved(miniTable), miniCount, Self.endOfChain, 0,
    ]
    header += numbers.flatMap { $0.littleEndian }
    for place in 0..<109 { header += (place < count ? UInt32(place) : Self.free).littleEndian }
    let fixed = sectors.movingStarts(in: directory, by: UInt32(count))
    return header + table.flatMap { $0.littleEndian } + fixed
  }

  static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  private static func entry(_ entry: Entry) -> [UInt8] {
    var bytes = entry.name.utf16.flatMap { $0.littleEndian }
    bytes += Array(repeating: 0, count: 64 - bytes.count)
    bytes += UInt16((entry.name.utf16.count + 1) * 2).littleEndian + [entry.type, 1]
    bytes += [free, entry.next, entry.child].flatMap { $0.littleEndian }
    bytes += Array(repeating: 0, count: 36)
    return bytes + entry.start.littleEndian + UInt32(entry.size).littleEndian + [0, 0, 0, 0]
  }
}

/// Sectors that are filled one stream after the other.
struct XLSSectors {
  var size = 512
  private(set) var bytes: [UInt8] = []
  /// For each sector the one that follows it.
  private(set) var chains: [UInt32] = []

  init(size: Int = 512) {
    self.size = size
  }

  /// Adds a stream and returns its first sector.
  mutating func add(_ stream: [UInt8]) -> UInt32 {
    let first = UInt32(chains.count)
    let count = (stream.count + size - 1) / size
    guard count > 0 else { return XLSContainer.endOfChain }
    bytes += stream + Array(repeating: 0, count: count * size - stream.count)
    chains += (1..<UInt32(count + 1)).map {
      $0 < count ? first + $0 : XLSContainer.endOfChain
    }
    return first
  }

  /// The bytes with the directory's entries pointing behind the table; streams in small sectors stay where they are.
  func movingStarts(in directory: UInt32, by count: UInt32) -> [UInt8] {
    var bytes = bytes
    let start = Int(directory) * size
    for offset in stride(from: start, to: bytes.count, by: 128) where bytes[offset + 64] > 0 {
      let size = UInt32(littleEndian: bytes[(offset + 120)...])
      let first = UInt32(littleEndian: bytes[(offset + 116)...])
      let isRoot = bytes[offset + 66] == 5
      guard first < XLSContainer.endOfChain, isRoot || size >= 4096 else { continue }
      bytes.replaceSubrange(offset + 116..<offset + 120, with: (first + count).littleEndian)
    }
    return bytes
  }
}

extension FixedWidthInteger {
  /// The number's bytes, the lowest first.
  var littleEndian: [UInt8] {
    (0..<Self.bitWidth / 8).map { UInt8(truncatingIfNeeded: self >> (8 * $0)) }
  }
}

extension UInt32 {
  init(littleEndian bytes: ArraySlice<UInt8>) {
    self = bytes.prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }
}
