import CTEIntake

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes of a container, read wherever they are needed.
struct ContainerBytes {
  let file: SourceFile
  let descriptor: Int32
  let count: Int

  /// Looks at a file that someone else opened and will close.
  init(_ file: SourceFile, descriptor: Int32) throws(IntakeError) {
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { throw file.damaged }
    self.file = file
    self.descriptor = descriptor
    count = Int(facts.st_size)
  }

  /// Returns a range of the bytes.
  ///
  /// - Throws: `IntakeError` where the range lies outside the file, or can't be read.
  func read(at offset: Int, count wanted: Int) throws(IntakeError) -> [UInt8] {
    guard offset >= 0, wanted >= 0, offset <= count, wanted <= count - offset else {
      throw file.untrue
    }
    let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
      filled = Self.fill(UnsafeMutableRawBufferPointer(buffer), from: descriptor, at: offset)
    }
    guard bytes.count == wanted else { throw file.damaged }
    return bytes
  }

  private static func fill(
    _ buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32, at offset: Int
  ) -> Int {
    var filled = 0
    while filled < buffer.count, let base = buffer.baseAddress {
      let count = pread(
        descriptor, base + filled, buffer.count - filled, off_t(offset + filled))
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { break }
      filled += count
    }
    return filled
  }
}
