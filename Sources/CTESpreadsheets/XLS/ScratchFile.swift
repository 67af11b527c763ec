import CFreeXL
import CTEIntake

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file without a name, which is gone when it is no longer needed.
final class ScratchFile {
  private let descriptor: Int32

  /// Creates a file. On Linux it never touches a disk.
  ///
  /// - Throws: `IntakeError` where there is no room for one.
  init(for file: XLSFile) throws(IntakeError) {
    #if os(Linux)
      let closesInChildren: UInt32 = 1
      descriptor = memfd_create("cte", closesInChildren)
    #else
      let temporary = tmpfile()
      descriptor = temporary.map { dup(fileno($0)) } ?? -1
      if let temporary { fclose(temporary) }
    #endif
    guard descriptor >= 0 else { throw Self.noRoom(for: file) }
  }

  deinit {
    close(descriptor)
  }

  /// The path by which it can be opened as long as it exists.
  var path: String { "/dev/fd/\(descriptor)" }

  /// Replaces what the file holds, and stands before its first byte.
  func write(_ bytes: [UInt8], for file: XLSFile) throws(IntakeError) {
    var written = 0
    guard ftruncate(descriptor, 0) == 0 else { throw Self.noRoom(for: file) }
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        pwrite(
          descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written,
          off_t(written))
      }
      guard count > 0 || (count < 0 && errno == EINTR) else { throw Self.noRoom(for: file) }
      written += max(0, count)
    }
    lseek(descriptor, 0, SEEK_SET)
  }

  private static func noRoom(for file: XLSFile) -> IntakeError {
    IntakeError(.unreadable, "there is no room for a temporary copy of \(file.name)")
  }
}
