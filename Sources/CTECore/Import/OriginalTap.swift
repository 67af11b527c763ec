import CTEStore
import Crypto

/// Sees every byte of a file while it is read: makes its digest, and keeps the original where one is kept.
final class OriginalTap {
  private var hash = SHA256()
  private let upload: (any UploadFile)?

  init(upload: (any UploadFile)?) {
    self.upload = upload
  }

  func receive(_ bytes: UnsafeRawBufferPointer) throws {
    hash.update(bufferPointer: bytes)
    try upload?.append(bytes)
  }

  /// The SHA-256 of the bytes so far, in hexadecimal digits.
  var digest: String { hash.finalize().hexadecimal }

  /// Keeps the original under its digest.
  func keep() throws {
    try upload?.keep(as: digest)
  }
}
