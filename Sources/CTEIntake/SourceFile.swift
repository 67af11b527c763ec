#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file as somebody sent it: its name and its bytes, read from the beginning to the end.
public final class SourceFile {
  /// The file's name without its folder.
  public let name: String
  private let descriptor: Int32
  private let tap: ((UnsafeRawBufferPointer) throws -> Void)?

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: Where the file lies.
  ///   - tap: Called with every byte in its order while the file is read, to keep or digest the original.
  /// - Throws: `IntakeError` with the code `unreadable`.
  public init(
    path: String, tap: ((UnsafeRawBufferPointer) throws -> Void)? = nil
  ) throws(IntakeError) {
    name = path.split(separator: "/").last.map(String.init) ?? path
    self.tap = tap
    descriptor = open(path, O_RDONLY)
    if descriptor < 0 {
      throw IntakeError(.unreadable, "\(path) can't be opened: \(String(cString: strerror(errno)))")
    }
  }

  deinit {
    close(descriptor)
  }

  /// Fills a buffer from the file and returns how many bytes were read; fewer than asked only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var filled = 0
    while filled < buffer.count {
      guard let base = buffer.baseAddress else { break }
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, base + filled, buffer.count - filled)
      #else
        let count = Darwin.read(descriptor, base + filled, buffer.count - filled)
      #endif
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else {
        throw IntakeError(.unreadable, "\(name) can't be read: \(String(cString: strerror(errno)))")
      }
      if count == 0 { break }
      filled += count
    }
    try tap?(UnsafeRawBufferPointer(rebasing: buffer[..<filled]))
    return filled
  }
}
