import CTEStore
import Foundation

extension SQLiteTenantStore {
  func original(_ digest: String) -> String? {
    let original = uploads.appendingPathComponent(digest)
    return digest.isDigest && original.isFile ? original.path : nil
  }

  func verifyOriginals() async throws -> [DamagedOriginal] {
    try await submissions().filter(\.fileDigest.isDigest).compactMap { submission in
      let original = uploads.appendingPathComponent(submission.fileDigest)
      guard original.isFile else {
        return DamagedOriginal(submission: submission.number, isMissing: true)
      }
      do {
        let isWhole = try FileDigest(of: original).sha256 == submission.fileDigest
        return isWhole ? nil : DamagedOriginal(submission: submission.number, isMissing: false)
      } catch {
        throw StoreError(
          .unusable,
          "the original of submission \(submission.number) can't be read: \(original.path)")
      }
    }
  }
}
