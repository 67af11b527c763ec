import CTEIntake

/// The directory of a container, held against what is there before anything is inflated.
///
/// Programs disagree on containers whose headers disagree with each other, and containers grow out of proportion where
/// parts overlap; no spreadsheet program writes either.
struct ZipDirectory {
  /// The parts, in the order of the directory.
  private(set) var entries: [ZipEntry] = []
  private let bytes: ContainerBytes
  private let end: DirectoryEnd
  private var file: SourceFile { bytes.file }

  /// Parts smaller than this may grow as they like.
  private static let smallPart = 16 << 20

  /// Reads the directory.
  ///
  /// - Throws: `IntakeError` where it is broken, untrue, or passes a limit.
  init(_ bytes: ContainerBytes) throws(IntakeError) {
    self.bytes = bytes
    end = try DirectoryEnd(bytes)
    try readEntries()
    try checkNames()
    try checkSizes()
    try checkPlaces()
  }

  private mutating func readEntries() throws(IntakeError) {
    try file.limits.hold(end.entryCount, to: .entries, of: file.name)
    // As much as any directory of so many parts would have; it is held as a whole.
    guard end.size <= Self.smallPart else { throw file.limits.passed(.entries, by: file.name) }
    let directory = try bytes.read(at: end.offset, count: end.size)
    var position = 0
    // An entry takes 46 bytes at least; the count is only what the file says.
    entries.reserveCapacity(min(end.entryCount, end.size / 46))
    while entries.count < end.entryCount {
      guard let (entry, next) = ZipEntry.read(directory, at: position, index: entries.count) else {
        throw file.damaged
      }
      entries.append(entry)
      position = next
    }
    // What follows the entries may only be a signature of the directory.
    if directory.number32(position) == 0x0201_4B50 { throw file.untrue }
  }

  private func checkNames() throws(IntakeError) {
    var names: Set<String> = []
    for entry in entries {
      guard !entry.writtenName.isEmpty, !entry.writtenName.contains(0),
        // Programs that don't tell case apart would take one part for the other.
        names.insert(entry.name.lowercased()).inserted
      else { throw file.untrue }
      if entry.isEncrypted { throw file.protected }
    }
  }

  private func checkSizes() throws(IntakeError) {
    var total = 0
    for entry in entries {
      let (sum, overflow) = total.addingReportingOverflow(entry.size)
      if overflow { throw file.limits.passed(.inflatedBytes, by: file.name) }
      total = sum
      try file.limits.hold(total, to: .inflatedBytes, of: file.name)
      if entry.size > Self.smallPart {
        try file.limits.hold(
          entry.size / max(1, entry.packedSize), to: .inflationRatio, of: file.name)
      }
      if entry.method == 0 && entry.size != entry.packedSize { throw file.untrue }
    }
  }

  /// Holds every part's own header against the directory, and the parts' places against one another.
  private func checkPlaces() throws(IntakeError) {
    var lastEnd = 0
    for entry in entries.sorted(by: { $0.headerOffset < $1.headerOffset }) {
      guard entry.headerOffset >= lastEnd else { throw file.untrue }
      let dataOffset = try checkHeader(entry)
      guard entry.packedSize <= end.offset - dataOffset else { throw file.untrue }
      lastEnd = dataOffset + entry.packedSize
    }
  }

  /// Returns where the bytes of a part begin.
  private func checkHeader(_ entry: ZipEntry) throws(IntakeError) -> Int {
    guard entry.headerOffset <= end.offset - 30 else { throw file.untrue }
    let header = try bytes.read(at: entry.headerOffset, count: 30)
    guard header.number32(0) == 0x0403_4B50, header.number16(8) == entry.method,
      let flags = header.number16(6), let nameLength = header.number16(26),
      let extraLength = header.number16(28), (flags ^ entry.flags) & 0x2041 == 0,
      nameLength == entry.writtenName.count,
      30 + nameLength + extraLength <= end.offset - entry.headerOffset
    else { throw file.untrue }
    let rest = try bytes.read(at: entry.headerOffset + 30, count: nameLength + extraLength)
    guard ZipEntry.name(rest.prefix(nameLength)) == entry.name else { throw file.untrue }
    if !entry.hasDescriptor && flags & 8 == 0 {
      guard let inflated = header.number32(22), let packed = header.number32(18) else {
        throw file.untrue
      }
      var sizes = ZipSizes(inflated: inflated, packed: packed, offset: 0)
      guard sizes.widen(by: rest, from: nameLength, to: nameLength + extraLength),
        sizes.inflated == entry.size, sizes.packed == entry.packedSize,
        header.number32(14) == entry.checksum
      else { throw file.untrue }
    }
    return entry.headerOffset + 30 + nameLength + extraLength
  }
}
