import CLibZip
import CTEIntake

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A container of parts, as workbooks are since 2007.
final class ZipArchive {
  let file: SourceFile
  /// The parts, in the order of the directory.
  let entries: [ZipEntry]
  fileprivate let handle: OpaquePointer
  private let places: [String: Int]
  /// Places by the name in small letters: programs that don't tell case apart write it as they like.
  private let foldedPlaces: [String: Int]

  /// Parts that are held as a whole may be this large.
  static let wholePart = 16 << 20

  /// Opens a file as a container, after all its bytes were shown to its tap.
  ///
  /// - Throws: `IntakeError` where it is damaged, untrue or passes a limit, and what the tap throws.
  init(_ file: SourceFile) throws {
    try file.readThrough()
    let descriptor = try file.reopen()
    var isOwned = false
    defer { if !isOwned { close(descriptor) } }
    let directory = try ZipDirectory(ContainerBytes(file, descriptor: descriptor))
    guard let handle = zip_fdopen(descriptor, ZIP_RDONLY, nil) else { throw file.damaged }
    isOwned = true
    self.file = file
    self.handle = handle
    entries = directory.entries
    let names = entries.map(\.name)
    places = Dictionary(zip(names, names.indices)) { first, _ in first }
    foldedPlaces = Dictionary(zip(names.map { $0.lowercased() }, names.indices)) { first, _ in first
    }
    // The library must have found the same directory as we did.
    guard zip_get_num_entries(handle, 0) == entries.count, entries.allSatisfy(isKnown) else {
      throw file.untrue
    }
  }

  deinit {
    zip_discard(handle)
  }

  private func isKnown(_ entry: ZipEntry) -> Bool {
    var facts = zip_stat_t()
    guard zip_stat_index(handle, zip_uint64_t(entry.index), 0, &facts) == 0 else { return false }
    return facts.size == entry.size && facts.comp_size == entry.packedSize
      && Int(facts.comp_method) == entry.method && Int(facts.crc) == entry.checksum
  }

  /// Returns the part of a name, in whatever case the container writes it.
  func entry(named name: String) -> ZipEntry? {
    (places[name] ?? foldedPlaces[name.lowercased()]).map { entries[$0] }
  }

  /// Begins to inflate a part.
  func open(_ entry: ZipEntry) throws(IntakeError) -> ZipPart {
    guard entry.method == 0 || entry.method == 8,
      let part = zip_fopen_index(handle, zip_uint64_t(entry.index), 0)
    else { throw file.damaged(part: entry.name) }
    return ZipPart(entry, of: self, handle: part)
  }

  /// Begins to inflate a part that must be held as a whole, or nearly so.
  ///
  /// - Throws: `IntakeError` where it is larger than any honest one.
  func openWhole(_ entry: ZipEntry) throws(IntakeError) -> ZipPart {
    guard entry.size <= Self.wholePart else {
      throw file.limits.passed(.inflatedBytes, by: file.name)
    }
    return try open(entry)
  }
}
