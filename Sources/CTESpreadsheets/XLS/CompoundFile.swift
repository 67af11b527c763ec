import CTEIntake

/// The container of old Office documents: streams in sectors that a table chains together.
struct CompoundFile {
  let file: XLSFile
  let header: CompoundHeader
  /// For each sector the one that follows it in its stream.
  private let table: [UInt32]
  /// What stands in the outermost folder.
  private(set) var entries: [CompoundEntry] = []
  /// Where the stream lies in which all small streams are kept.
  private var miniStream: [CompoundStream.Extent] = []
  private var miniTable: [UInt32] = []

  /// Streams of fewer bytes than this are kept in the small sectors.
  private static let miniCutoff = 4096
  private static let miniSectorSize = 64

  /// Opens a container.
  ///
  /// - Throws: `IntakeError` where it is broken, or its headers aren't true.
  init(_ file: XLSFile) throws(IntakeError) {
    self.file = file
    header = try CompoundHeader(file)
    table = try header.allocationTable(of: file)
    let sectors = try chain(from: header.directoryStart, count: nil)
    // Four entries of 128 bytes stand in 512; an honest directory is filled up to its last sector.
    try file.limits.hold(
      (sectors.count - 1) * header.sectorSize / 128, to: .entries, of: file.name)
    let directory = try CompoundDirectory(contents(of: sectors), file)
    entries = directory.entries
    if header.miniTableCount > 0 {
      try openMiniStream(directory.root)
    }
  }

  private mutating func openMiniStream(_ root: CompoundEntry) throws(IntakeError) {
    let sectors = try chain(from: header.miniTableStart, count: header.miniTableCount)
    miniTable = try contents(of: sectors).numbers
    miniStream = try extents(from: root.start, size: root.size)
  }

  /// Returns the stream of an entry.
  ///
  /// - Throws: `IntakeError` where its sectors aren't those of a stream of its size.
  func stream(_ entry: CompoundEntry) throws(IntakeError) -> CompoundStream {
    let isSmall = entry.size < Self.miniCutoff && !miniTable.isEmpty
    let extents =
      isSmall
      ? try miniExtents(from: entry.start, size: entry.size)
      : try extents(from: entry.start, size: entry.size)
    return CompoundStream(file: file, extents: extents)
  }

  private func extents(
    from start: UInt32, size: Int
  ) throws(IntakeError) -> [CompoundStream.Extent] {
    guard size <= file.size else { throw file.untrue }
    let count = (size + header.sectorSize - 1) / header.sectorSize
    var extents: [CompoundStream.Extent] = []
    for (place, sector) in try chain(from: start, count: count).enumerated() {
      let length = min(header.sectorSize, size - place * header.sectorSize)
      extents.append(fileOffset: header.offset(of: sector), length: length)
    }
    return extents
  }

  private func miniExtents(
    from start: UInt32, size: Int
  ) throws(IntakeError) -> [CompoundStream.Extent] {
    let whole = CompoundStream(file: file, extents: miniStream)
    var extents: [CompoundStream.Extent] = []
    var sector = start
    for place in stride(from: 0, to: size, by: Self.miniSectorSize) {
      let length = min(Self.miniSectorSize, size - place)
      guard sector < miniTable.count,
        let offset = whole.fileOffset(at: Int(sector) * Self.miniSectorSize, count: length)
      else { throw file.damaged }
      extents.append(fileOffset: offset, length: length)
      sector = miniTable[Int(sector)]
    }
    return extents
  }

  /// Returns the sectors of a chain, as many as are asked for or all.
  private func chain(from start: UInt32, count: Int?) throws(IntakeError) -> [UInt32] {
    var sectors: [UInt32] = []
    var seen = SectorSet(count: header.sectorCount)
    var sector = start
    while sectors.count < count ?? .max, count != nil || sector != CompoundHeader.endOfChain {
      if sector == CompoundHeader.endOfChain { throw file.untrue }
      guard sector < header.sectorCount, sector < table.count, seen.insert(sector) else {
        throw file.damaged
      }
      sectors.append(sector)
      sector = table[Int(sector)]
    }
    return sectors
  }

  private func contents(of sectors: [UInt32]) throws(IntakeError) -> [UInt8] {
    var bytes: [UInt8] = []
    for sector in sectors {
      try bytes += file.bytes(at: header.offset(of: sector), count: header.sectorSize)
    }
    return bytes
  }
}
