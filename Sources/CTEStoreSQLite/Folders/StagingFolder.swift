import CTEStore
import Foundation

/// A folder in which something is made or taken apart, so that under its own name it is there whole or not at all.
///
/// Who works in it holds its lock. One whose lock nobody holds was left by a process that was cut off.
final class StagingFolder {
  let url: URL
  private let lock: FolderLock

  /// Takes a name for a folder, and removes what a process that was cut off has left there.
  ///
  /// - Throws: `StoreError` with the code `busy` where somebody else is at work there.
  init(at url: URL) throws {
    self.url = url
    for _ in 1...10 {
      if try url.makeFolder() {
        // Who removes what was left may have been faster than the lock.
        guard let lock = FolderLock(url), FileManager.default.fileExists(atPath: url.path) else {
          continue
        }
        self.lock = lock
        return
      }
      guard let left = FolderLock(url) else { break }
      try withExtendedLifetime(left) { try FileManager.default.removeItem(at: url) }
    }
    throw StoreError(.busy, "somebody else is at work in \(url.path); try again when they are done")
  }

  /// Takes a folder that is there to take it apart under another name.
  ///
  /// - Parameter lock: The lock on it.
  init(taking folder: URL, as name: URL, lock: FolderLock) throws {
    guard try folder.move(to: name) else {
      throw StoreError(.unusable, "there is something at \(name.path) already; move it away")
    }
    url = name
    self.lock = lock
  }

  deinit {
    // What has got its name isn't here any more; what hasn't is of no use, and else goes with the next leftovers.
    try? FileManager.default.removeItem(at: url)
  }

  /// Gives the folder its name, for good; returns false where something else has it.
  func take(name: URL) throws -> Bool {
    url.synchronizeFolder()
    return try url.move(to: name)
  }
}

/// The staging folders beside the tenants', under names that no tenant can have.
extension StagingFolder {
  private static let incoming = ".incoming-"
  private static let deleted = ".deleted-"

  /// A name for a tenant that is made or restored.
  static func nameOfIncoming(in tenants: URL) -> URL {
    tenants.appendingPathComponent(incoming + UUID().uuidString)
  }

  /// A name for a tenant that is deleted.
  static func nameOfDeleted(in tenants: URL) -> URL {
    tenants.appendingPathComponent(deleted + UUID().uuidString)
  }

  /// Removes what was left by processes that were cut off.
  static func removeLeftovers(in tenants: URL) {
    // A folder that can't be read can't be written either; whoever needs it says so.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: tenants.path)) ?? []
    for name in names where name.hasPrefix(incoming) || name.hasPrefix(deleted) {
      let folder = tenants.appendingPathComponent(name)
      guard let lock = FolderLock(folder) else { continue }
      // What can't be removed now is tried again by the next.
      withExtendedLifetime(lock) { try? FileManager.default.removeItem(at: folder) }
    }
  }
}
