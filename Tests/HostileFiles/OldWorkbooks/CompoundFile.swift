/// The file system in a file that old workbooks (`.xls`) are, of which every field may lie.
struct CompoundFile {
  var streams: [(name: String, bytes: [UInt8])]
  /// Whether short streams stand together in one, as they should.
  var hasShortStreams = false
  var changeHeader: (inout [UInt8]) -> Void = { _ in }
  /// Changes which sector follows each.
  var changeTable: (inout [Int]) -> Void = { _ in }
  /// Changes which short sector follows each.
  var changeShortTable: (inout [Int]) -> Void = { _ in }
  var changeDirectory: (inout [UInt8]) -> Void = { _ in }

  /// What stands in a table in the place of a next sector.
  enum Mark {
    static let table = 0xFFFF_FFFD
    static let end = 0xFFFF_FFFE
    static let free = 0xFFFF_FFFF
  }

  static let sectorSize = 512
  private static let shortSize = 64
  /// How many sectors a sector of the table tells of.
  private static let links = 128

  func bytes() -> [UInt8] {
    var sectors = Sectors()
    var short = Sectors(size: Self.shortSize)
    var starts: [Int] = []
    for stream in streams {
      let isShort = hasShortStreams && stream.bytes.count < 4096
      starts.append(isShort ? short.append(stream.bytes) : sectors.append(stream.bytes))
    }
    let shortStart = short.bytes.isEmpty ? Mark.end : sectors.append(short.bytes)
    var shortTable = short.next
    changeShortTable(&shortTable)
    let shortTableStart = shortTable.isEmpty ? Mark.end : sectors.append(Self.table(shortTable))
    var directory = self.directory(starts, shortStart: shortStart, shortSize: short.bytes.count)
    changeDirectory(&directory)
    let directoryStart = sectors.append(directory)
    let tableStart = sectors.count
    let tableCount = sectors.appendTable(changeTable)
    var header = Self.header(
      tables: tableStart..<(tableStart + tableCount), directory: directoryStart,
      shortTable: shortTableStart, shortTables: (shortTable.count + Self.links - 1) / Self.links)
    changeHeader(&header)
    return header + sectors.bytes
  }

  /// A table as it stands in sectors.
  fileprivate static func table(_ next: [Int]) -> [UInt8] {
    var bytes: [UInt8] = []
    for sector in next { bytes.append(sector, bytes: 4) }
    while bytes.count % sectorSize != 0 { bytes.append(0xFF) }
    return bytes
  }

  private static func header(
    tables: Range<Int>, directory: Int, shortTable: Int, shortTables: Int
  ) -> [UInt8] {
    var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    header.append(repeating: [0], count: 16)
    for number in [0x3E, 3, 0xFFFE, 9, 6] { header.append(number, bytes: 2) }
    header.append(repeating: [0], count: 10)
    for number in [
      tables.count, directory, 0, 4096, shortTable, shortTables, Mark.end, 0,
    ] { header.append(number, bytes: 4) }
    for table in tables { header.append(table, bytes: 4) }
    header.append(repeating: [0xFF], count: sectorSize - header.count)
    return header
  }

  private func directory(_ starts: [Int], shortStart: Int, shortSize: Int) -> [UInt8] {
    var entries = Self.entry(
      "Root Entry", kind: 5, next: Mark.free, child: 1, start: shortStart, size: shortSize)
    for (place, stream) in streams.enumerated() {
      let next = place + 1 < streams.count ? place + 2 : Mark.free
      entries += Self.entry(
        stream.name, kind: 2, next: next, child: Mark.free, start: starts[place],
        size: stream.bytes.count)
    }
    while entries.count % Self.sectorSize != 0 {
      entries += Self.entry("", kind: 0, next: Mark.free, child: Mark.free, start: 0, size: 0)
    }
    return entries
  }

  private static func entry(
    _ name: String, kind: Int, next: Int, child: Int, start: Int, size: Int
  ) -> [UInt8] {
    var entry: [UInt8] = []
    for unit in name.utf16 { entry.append(Int(unit), bytes: 2) }
    let nameSize = name.isEmpty ? 0 : entry.count + 2
    entry.append(repeating: [0], count: 64 - entry.count)
    entry.append(nameSize, bytes: 2)
    entry.append(kind, bytes: 1)
    entry.append(1, bytes: 1)
    for number in [Mark.free, next, child] { entry.append(number, bytes: 4) }
    entry.append(repeating: [0], count: 36)
    entry.append(start, bytes: 4)
    entry.append(size, bytes: 8)
    return entry
  }
}

/// Sectors and which of them follows each.
private struct Sectors {
  var size = CompoundFile.sectorSize
  private(set) var bytes: [UInt8] = []
  private(set) var next: [Int] = []

  var count: Int { next.count }

  /// Appends a stream, and returns its first sector.
  mutating func append(_ stream: [UInt8]) -> Int {
    guard !stream.isEmpty else { return CompoundFile.Mark.end }
    let start = count
    bytes += stream
    while bytes.count % size != 0 { bytes.append(0) }
    let sectors = bytes.count / size - start
    next += (0..<sectors).map {
      $0 + 1 < sectors ? start + $0 + 1 : CompoundFile.Mark.end
    }
    return start
  }

  /// Appends the table of all sectors, its own included, and returns how many it takes.
  mutating func appendTable(_ change: (inout [Int]) -> Void) -> Int {
    var tables = 1
    while tables * 128 < count + tables { tables += 1 }
    var all = next + Array(repeating: CompoundFile.Mark.table, count: tables)
    change(&all)
    bytes += CompoundFile.table(all)
    return tables
  }
}
