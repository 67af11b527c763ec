/// The original of an upload in memory, which becomes a passing file when it is kept: readers of files take paths.
final class InMemoryUploadFile: UploadFile {
  private let originals: PassingOriginals
  private var bytes: [UInt8] = []

  init(_ originals: PassingOriginals) {
    self.originals = originals
  }

  func append(_ bytes: UnsafeRawBufferPointer) {
    self.bytes += bytes
  }

  func keep(as digest: String) throws {
    try originals.keep(bytes, as: digest)
  }
}
