/// A workbook of one sheet that holds nothing but checked numbers and texts.
///
/// libfreexl trusts what a file says, so it never sees one that was sent, only such a copy of some of its rows. Numbers
/// have no format there, so that libfreexl gives them as they are, and all texts stand in their cells.
struct PlainSheet {
  private let version: BIFFVersion
  private let codePage: Int
  /// The records of the cells.
  private var cells: [UInt8] = []
  private var rowCount = 0
  private var columnCount = 0

  /// The bytes of the longest text that fits into a record, with its length and width.
  static let longestText = BIFFRecords.longest - 9

  init(version: BIFFVersion, codePage: Int) {
    self.version = version
    self.codePage = codePage
    cells.reserveCapacity(1 << 20)
  }

  /// How many bytes the cells take.
  var size: Int { cells.count }

  /// Adds a cell.
  ///
  /// - Parameters:
  ///   - content: What follows the cell's style in its record.
  ///   - type: The type of its record.
  mutating func add(_ content: ArraySlice<UInt8>, type: Int, row: Int, column: Int) {
    rowCount = max(rowCount, row + 1)
    columnCount = max(columnCount, column + 1)
    cells.append16(type)
    cells.append16(content.count + 6)
    cells.append16(row)
    cells.append16(column)
    cells.append16(0)
    cells += content
  }

  /// The workbook as a file.
  var file: [UInt8] {
    let stream = stream
    let sectorCount = (stream.count + Self.sectorSize - 1) / Self.sectorSize
    // The table has an entry for each of its own sectors, the directory's and the stream's.
    let tableCount = (sectorCount + 1 + Self.entriesPerSector - 2) / (Self.entriesPerSector - 1)
    var bytes = Self.header(tableCount: tableCount)
    bytes += Self.table(tableCount: tableCount, sectorCount: sectorCount)
    bytes += Self.directory(start: tableCount + 1, size: stream.count)
    bytes += stream
    bytes.pad(to: (1 + tableCount + 1 + sectorCount) * Self.sectorSize)
    return bytes
  }

  private var stream: [UInt8] {
    var bytes: [UInt8] = []
    bytes.record(BIFFType.begin, [version.rawValue, 5, 0, 0, 0, 0, 0, 0])
    bytes.record(BIFFType.codePage, [version == .eight ? 1200 : codePage])
    let sheetSize = version == .eight ? 9 : 8
    bytes.append16(BIFFType.sheet)
    bytes.append16(sheetSize)
    // The sheet begins after this record and the end of what stands before all sheets.
    bytes.append32(bytes.count + sheetSize + 4)
    bytes.append16(0)
    bytes += version == .eight ? [1, 0, UInt8(ascii: "S")] : [1, UInt8(ascii: "S")]
    bytes.record(BIFFType.end, [])
    bytes.record(BIFFType.begin, [version.rawValue, 16, 0, 0, 0, 0, 0, 0])
    bytes.record(
      BIFFType.extent,
      version == .eight
        ? [0, 0, rowCount, rowCount >> 16, 0, columnCount, 0] : [0, rowCount, 0, columnCount, 0])
    bytes += cells
    bytes.record(BIFFType.end, [])
    return bytes
  }
}

// The container: a header, the table of its sectors, the directory and the stream.
extension PlainSheet {
  private static let sectorSize = 4096
  private static let entriesPerSector = sectorSize / 4

  private static func header(tableCount: Int) -> [UInt8] {
    var bytes = CompoundHeader.signature
    bytes.pad(to: 24)
    for number in [0x3E, 4, 0xFFFE, 12, 6] { bytes.append16(number) }
    bytes.pad(to: 44)
    bytes.append32(tableCount)
    bytes.append32(tableCount)
    bytes.pad(to: 56)
    bytes.append32(4096)
    for number in [CompoundHeader.endOfChain, 0, CompoundHeader.endOfChain, 0] {
      bytes.append32(Int(number))
    }
    for place in 0..<109 {
      bytes.append32(place < tableCount ? place : Int(CompoundHeader.free))
    }
    bytes.pad(to: sectorSize)
    return bytes
  }

  private static func table(tableCount: Int, sectorCount: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<tableCount { bytes.append32(0xFFFF_FFFD) }
    bytes.append32(Int(CompoundHeader.endOfChain))
    let first = tableCount + 1
    for place in first..<first + sectorCount - 1 { bytes.append32(place + 1) }
    bytes.append32(Int(CompoundHeader.endOfChain))
    while bytes.count < tableCount * sectorSize { bytes.append32(Int(CompoundHeader.free)) }
    return bytes
  }

  private static func directory(start: Int, size: Int) -> [UInt8] {
    var bytes = entry("Root Entry", type: 5, child: 1, start: Int(CompoundHeader.endOfChain), 0)
    bytes += entry("Workbook", type: 2, child: Int(CompoundHeader.free), start: start, size)
    bytes.pad(to: sectorSize)
    return bytes
  }

  private static func entry(
    _ name: String, type: UInt8, child: Int, start: Int, _ size: Int
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    for unit in name.utf16 { bytes.append16(Int(unit)) }
    bytes.pad(to: 64)
    bytes.append16((name.utf16.count + 1) * 2)
    bytes += [type, 1]
    for number in [Int(CompoundHeader.free), Int(CompoundHeader.free), child] {
      bytes.append32(number)
    }
    bytes.pad(to: 116)
    bytes.append32(start)
    bytes.append32(size)
    bytes.pad(to: 128)
    return bytes
  }
}

extension [UInt8] {
  /// Appends a record of numbers of two bytes.
  fileprivate mutating func record(_ type: Int, _ numbers: [Int]) {
    append16(type)
    append16(numbers.count * 2)
    for number in numbers { append16(number) }
  }
}
