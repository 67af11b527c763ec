import CLibZip
import CTEIntake
import CTEModel
import Foundation

/// A workbook of which some parts are about to be written anew; the bytes of all others stay as they are.
final class MarkedPackage {
  let archive: ZipArchive
  private var parts: [(name: String, content: Content)] = []
  private let folder: URL

  private enum Content {
    case bytes([UInt8])
    case file(URL)

    var isLarge: Bool {
      switch self {
      case .bytes(let bytes): bytes.count > 1 << 16
      case .file: true
      }
    }
  }

  /// Opens a workbook.
  ///
  /// - Parameters:
  ///   - file: The workbook.
  ///   - folder: Where parts that are too large for memory lie until they are written.
  init(_ file: SourceFile, folder: URL) throws {
    archive = try ZipArchive(file)
    self.folder = folder
  }

  deinit {
    for case .file(let place) in parts.map(\.content) {
      // What lies there was written or is of no use.
      try? FileManager.default.removeItem(at: place)
    }
  }

  /// Returns the entry of a part.
  ///
  /// - Throws: `Unspliceable` where there is none.
  func entry(_ name: String) throws -> ZipEntry {
    guard let entry = archive.entry(named: name) else { throw Unspliceable() }
    return entry
  }

  /// Returns the elements of a part, or of a text where there is no such part.
  func markup(_ name: String, ifMissing text: String?) throws -> Markup {
    if let text, archive.entry(named: name) == nil {
      return try Markup(Array(text.utf8), part: name, of: archive.file)
    }
    return try Markup(bytes(of: name), part: name, of: archive.file)
  }

  /// Returns the bytes of a part that isn't large.
  func bytes(of name: String) throws -> [UInt8] {
    try archive.file.checkTime()
    let entry = try entry(name)
    let part = try archive.openWhole(entry)
    return try [UInt8](unsafeUninitializedCapacity: entry.size) { buffer, count in
      count = try part.read(into: UnsafeMutableRawBufferPointer(buffer))
    }
  }

  /// Returns a name that no part has: the beginning, a number and the ending.
  func newName(_ beginning: String, _ ending: String) -> String {
    var number = 1
    while archive.entry(named: "\(beginning)\(number)\(ending)") != nil { number += 1 }
    return "\(beginning)\(number)\(ending)"
  }

  /// Gives a part other bytes, or adds it.
  func set(_ name: String, to bytes: [UInt8]) throws {
    try archive.file.checkTime()
    parts.append((name, .bytes(bytes)))
  }

  /// Gives a part the bytes of a file that is still to be written.
  func setToFile(_ name: String) throws -> PartFile {
    let place = folder.appendingPathComponent(".part-\(UUID().uuidString)")
    parts.append((name, .file(place)))
    return try PartFile(at: place)
  }

  /// Writes the workbook with its new parts into a copy of its file.
  ///
  /// - Throws: `RenderingError` where the disk is full or the like.
  func write(into copy: URL) throws {
    var code: Int32 = 0
    guard let handle = zip_open(copy.path, 0, &code) else {
      var error = zip_error_t()
      zip_error_init_with_code(&error, code)
      defer { zip_error_fini(&error) }
      throw Self.failure(&error)
    }
    do {
      for (name, content) in parts { try put(content, as: name, into: handle) }
      guard zip_close(handle) == 0 else { throw Self.failure(of: handle) }
    } catch {
      zip_discard(handle)
      throw error
    }
  }

  private func put(_ content: Content, as name: String, into handle: OpaquePointer) throws {
    guard let source = source(of: content, in: handle) else { throw Self.failure(of: handle) }
    guard let place = place(source, of: content, as: name, in: handle) else {
      zip_source_free(source)
      throw Self.failure(of: handle)
    }
    // The same input gives the same bytes, so no part has the time at which it was written: as of 1980-01-01.
    zip_file_set_dostime(handle, place, 0, 0x21, 0)
  }

  private func place(
    _ source: OpaquePointer, of content: Content, as name: String, in handle: OpaquePointer
  ) -> zip_uint64_t? {
    let old = archive.entry(named: name).map { zip_uint64_t($0.index) }
    if let old, !content.isLarge {
      return zip_file_replace(handle, old, source, 0) == 0 ? old : nil
    }
    if let old, zip_delete(handle, old) != 0 { return nil }
    let place = zip_file_add(handle, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard place >= 0 else { return nil }
    // The library's own choice takes twenty times as long for a tenth of the bytes, and for parts in the place of
    // others it takes no advice.
    zip_set_file_compression(handle, zip_uint64_t(place), ZIP_CM_DEFLATE, 3)
    return zip_uint64_t(place)
  }

  private func source(of content: Content, in handle: OpaquePointer) -> OpaquePointer? {
    switch content {
    case .file(let place):
      return zip_source_file(handle, place.path, 0, -1)
    case .bytes(let bytes):
      // The library reads them when it closes the file, and frees them.
      guard let copy = malloc(max(bytes.count, 1)) else { return nil }
      bytes.withUnsafeBytes { if let start = $0.baseAddress { memcpy(copy, start, $0.count) } }
      return zip_source_buffer(handle, copy, zip_uint64_t(bytes.count), 1)
    }
  }

  private static func failure(of handle: OpaquePointer) -> RenderingError {
    failure(zip_get_error(handle))
  }

  private static func failure(_ error: UnsafeMutablePointer<zip_error_t>) -> RenderingError {
    let isDisk = [ZIP_ER_WRITE, ZIP_ER_CLOSE, ZIP_ER_RENAME, ZIP_ER_TMPOPEN]
      .contains(zip_error_code_zip(error))
    let reason =
      isDisk ? "; is there room on the disk?" : ": " + String(cString: zip_error_strerror(error))
    return RenderingError("the marked workbook can't be written\(reason)")
  }
}

/// A part that is written to a disk piece by piece.
final class PartFile {
  private let handle: FileHandle
  private var pending: [UInt8] = []

  fileprivate init(at place: URL) throws {
    guard
      FileManager.default.createFile(
        atPath: place.path, contents: nil, attributes: [.posixPermissions: 0o600])
    else {
      throw RenderingError("nothing can be written in \(place.deletingLastPathComponent().path)")
    }
    handle = try FileHandle(forWritingTo: place)
  }

  func write(_ bytes: some Collection<UInt8>) throws {
    pending.append(contentsOf: bytes)
    if pending.count >= 1 << 20 { try flush() }
  }

  func close() throws {
    try flush()
    try handle.close()
  }

  private func flush() throws {
    try handle.write(contentsOf: Data(pending))
    pending.removeAll(keepingCapacity: true)
  }
}
