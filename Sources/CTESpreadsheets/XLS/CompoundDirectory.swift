import CTEIntake

/// A stream or folder of a container.
struct CompoundEntry {
  let name: String
  /// Whether it holds bytes, not further entries.
  let isStream: Bool
  /// Its first sector.
  let start: UInt32
  /// How many bytes it has.
  let size: Int
}

/// The directory of a container: a tree of entries that name each other by their places.
struct CompoundDirectory {
  /// The entry of the container itself.
  let root: CompoundEntry
  /// What stands in the outermost folder.
  private(set) var entries: [CompoundEntry] = []

  private static let entrySize = 128
  private static let none = 0xFFFF_FFFF

  /// Reads a directory.
  ///
  /// - Throws: `IntakeError` where its entries don't make a tree.
  init(_ bytes: [UInt8], _ file: XLSFile) throws(IntakeError) {
    let count = bytes.count / Self.entrySize
    guard count > 0, bytes[66] == 5, let child = bytes.number32(76) else { throw file.damaged }
    root = Self.entry(bytes[..<Self.entrySize])
    var waiting = [child]
    var seen = SectorSet(count: count)
    while let place = waiting.popLast() {
      if place == Self.none { continue }
      guard place < count, seen.insert(UInt32(place)) else { throw file.damaged }
      let start = place * Self.entrySize
      let entry = bytes[start..<start + Self.entrySize]
      entries.append(Self.entry(entry))
      try file.limits.hold(entries.count, to: .entries, of: file.name)
      waiting += [entry.number32(72) ?? Self.none, entry.number32(68) ?? Self.none]
    }
  }

  private static func entry(_ bytes: ArraySlice<UInt8>) -> CompoundEntry {
    let length = min(max((bytes.number16(64) ?? 0) / 2 - 1, 0), 31)
    let units = (0..<length).map { UInt16(bytes.number16($0 * 2) ?? 0) }
    return CompoundEntry(
      name: String(decoding: units, as: UTF16.self), isStream: bytes[bytes.startIndex + 66] == 2,
      start: UInt32(bytes.number32(116) ?? 0), size: bytes.number32(120) ?? 0)
  }
}

extension CompoundFile {
  /// Returns the stream of the workbook.
  ///
  /// - Throws: `IntakeError` where there is none, with what the file seems to be, or where it is broken.
  func workbook() throws(IntakeError) -> CompoundStream {
    let streams = entries.filter(\.isStream)
    let named = { (name: String) in streams.first { $0.name.lowercased() == name } }
    if named("encryptedpackage") != nil { throw file.protected }
    // A file of two kinds has its older half under the older name.
    if let workbook = named("workbook") ?? named("book") { return try stream(workbook) }
    if named("worddocument") != nil { throw file.stranger("a text document") }
    if named("powerpoint document") != nil { throw file.stranger("a presentation") }
    throw file.stranger("a document of another kind than a workbook")
  }
}
