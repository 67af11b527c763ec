import CLibZip
import CTEIntake

/// A part of a container while it is inflated.
final class ZipPart {
  let entry: ZipEntry
  /// How many bytes have been inflated.
  private(set) var position = 0
  private(set) var isAtEnd = false
  // The library's archive must outlive its parts.
  private let archive: ZipArchive
  private let handle: OpaquePointer
  private var file: SourceFile { archive.file }

  init(_ entry: ZipEntry, of archive: ZipArchive, handle: OpaquePointer) {
    self.entry = entry
    self.archive = archive
    self.handle = handle
  }

  deinit {
    zip_fclose(handle)
  }

  /// Fills a buffer and returns how many bytes were inflated; fewer than asked only at the end.
  ///
  /// - Throws: `IntakeError` where the part is damaged, larger than it says, or takes too long.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(IntakeError) -> Int {
    var filled = 0
    while filled < buffer.count, !isAtEnd, let base = buffer.baseAddress {
      let count = Int(zip_fread(handle, base + filled, zip_uint64_t(buffer.count - filled)))
      guard count >= 0 else { throw failure }
      filled += count
      position += count
      if position > entry.size { throw file.untrue }
      if count == 0 {
        isAtEnd = true
        if position < entry.size { throw file.untrue }
      }
      try file.checkTime()
    }
    return filled
  }

  /// Inflates what is left, to learn whether it is whole.
  func readThrough() throws(IntakeError) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    while !isAtEnd { _ = try read(into: buffer) }
  }

  private var failure: IntakeError {
    let code = zip_error_code_zip(zip_file_get_error(handle))
    return code == ZIP_ER_INCONS ? file.untrue : file.damaged(part: entry.name)
  }
}
