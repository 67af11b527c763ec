/// The original of an upload, which isn't kept: it would be gone with the store, and nobody can ask for it before.
final class InMemoryUploadFile: UploadFile {
  func append(_ bytes: UnsafeRawBufferPointer) {}

  func keep(as digest: String) {}
}
