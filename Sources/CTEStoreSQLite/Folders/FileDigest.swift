import CTEStore
import Crypto
import Foundation

/// What tells a file from any other: its size and its SHA-256.
struct FileDigest: Equatable {
  let bytes: Int64
  /// In hexadecimal digits.
  let sha256: String

  /// Reads a file to its end.
  ///
  /// - Parameter copy: Where a copy of it is written at the same time, safely on the disk; nothing may be there.
  init(of file: URL, copyingTo copy: URL? = nil) throws {
    let reader = try FileHandle(forReadingFrom: file)
    // Closed when it goes; what is thrown before says more than what closing could.
    defer { try? reader.close() }
    let writer = try copy.map { try Self.makeFile($0) }
    defer { try? writer?.close() }
    var hash = SHA256()
    var bytes: Int64 = 0
    while let block = try reader.read(upToCount: 1 << 20), !block.isEmpty {
      hash.update(data: block)
      bytes += Int64(block.count)
      try writer?.write(contentsOf: block)
    }
    try writer?.synchronize()
    self.bytes = bytes
    sha256 = hash.finalize().hexadecimal
  }

  private static func makeFile(_ url: URL) throws -> FileHandle {
    let descriptor = open(url.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw StoreError(.unusable, "the file \(url.path) can't be made: \(lastSystemError)")
    }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }
}
