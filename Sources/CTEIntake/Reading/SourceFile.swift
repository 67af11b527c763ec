#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file as somebody sent it: its name and its bytes, and the bounds within which it is read.
public final class SourceFile {
  /// The file's name without its folder.
  public let name: String
  /// Where it lies.
  package let path: String
  /// The bounds within which it is read.
  public let limits: ReadingLimits
  /// How many bytes it has; nil where that isn't known before they are read.
  package let size: Int?
  /// How many bytes have been read.
  package private(set) var position = 0
  private let descriptor: Int32
  /// Which file it was, and in which state, when it was opened.
  private let identity: Identity?
  private let tap: ((UnsafeRawBufferPointer) throws -> Void)?
  /// Bytes that were looked at before their turn.
  private var ahead: [UInt8] = []
  // No result depends on it: it only bounds how long a file may take.
  private let start = ContinuousClock.now

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: Where the file lies.
  ///   - ownName: The name under which it was sent; nil where that is the path's.
  ///   - limits: The bounds within which it is read.
  ///   - tap: Called with every byte in its order while the file is read, to keep or digest the original.
  /// - Throws: `IntakeError` with the code `unreadable`, or `limitPassed` for a file that is too large.
  public init(
    path: String, named ownName: String? = nil, limits: ReadingLimits = ReadingLimits(),
    tap: ((UnsafeRawBufferPointer) throws -> Void)? = nil
  ) throws(IntakeError) {
    name = ownName ?? path.split(separator: "/").last.map(String.init) ?? path
    self.path = path
    self.limits = limits
    self.tap = tap
    descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else {
      throw IntakeError(.unreadable, "\(path) can't be opened: \(String(cString: strerror(errno)))")
    }
    identity = Identity(ofDescriptor: descriptor)
    var facts = stat()
    let isRegular = fstat(descriptor, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG
    size = isRegular ? Int(facts.st_size) : nil
    try limits.hold(size ?? 0, to: .fileBytes, of: name)
  }

  deinit {
    close(descriptor)
  }

  /// Returns the first bytes of the file, whose turn is still to come.
  func peek(_ count: Int) throws -> [UInt8] {
    precondition(position == 0, "the beginning is looked at before the file is read")
    if ahead.isEmpty {
      ahead = try [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
        initialized = try fill(UnsafeMutableRawBufferPointer(buffer))
      }
    }
    return ahead
  }

  /// Fills a buffer from the file and returns how many bytes were read; fewer than asked only at the end.
  package func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let known = min(ahead.count, buffer.count)
    buffer.copyBytes(from: ahead.prefix(known))
    ahead.removeFirst(known)
    let filled = known + (try fill(UnsafeMutableRawBufferPointer(rebasing: buffer[known...])))
    position += filled
    try limits.hold(position, to: .fileBytes, of: name)
    try checkTime()
    try tap?(UnsafeRawBufferPointer(rebasing: buffer[..<filled]))
    return filled
  }

  /// Shows every byte that is left to the tap, for readers that read the file in an order of their own.
  package func readThrough() throws {
    try withUnsafeTemporaryAllocation(byteCount: 1 << 20, alignment: 16) { buffer in
      while try read(into: buffer) == buffer.count {}
    }
  }

  /// Returns a new descriptor of the same file, which its owner closes.
  ///
  /// - Throws: `IntakeError` where another file stands in its place by now, or it is no file on a disk.
  package func reopen() throws(IntakeError) -> Int32 {
    // A pipe isn't opened twice: that would wait for somebody to write into it once more.
    guard size != nil else {
      throw IntakeError(
        .unreadable, "\(name) can't be read as a workbook from where it comes; save it to a disk")
    }
    let again = open(path, O_RDONLY)
    guard again >= 0, let identity, Identity(ofDescriptor: again) == identity else {
      if again >= 0 { close(again) }
      throw IntakeError(
        .unreadable, "\(name) was changed while it was read; check it once more")
    }
    return again
  }

  /// Refuses a file that takes too long.
  package func checkTime() throws(IntakeError) {
    let elapsed = ContinuousClock.now - start
    if elapsed > .seconds(limits[.seconds]) { throw limits.passed(.seconds, by: name) }
  }

  private func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(IntakeError) -> Int {
    var filled = 0
    while filled < buffer.count, let base = buffer.baseAddress {
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
    return filled
  }
}
