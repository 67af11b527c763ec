import Foundation

/// The originals of uploads to a tenant in memory, in a folder that goes with it.
final class PassingOriginals: Sendable {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("cte-originals-\(UUID().uuidString)")

  deinit {
    // What can't be removed is the system's to clear away.
    try? FileManager.default.removeItem(at: folder)
  }

  func keep(_ bytes: [UInt8], as digest: String) throws(StoreError) {
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try Data(bytes).write(to: url(of: digest))
    } catch {
      throw StoreError(.unusable, "the original of an upload can't be kept in \(folder.path)")
    }
  }

  /// Returns where an original lies, if it was kept.
  func path(of digest: String) -> String? {
    let path = url(of: digest).path
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  private func url(of digest: String) -> URL { folder.appendingPathComponent(digest) }
}
