import CTEStore
import Foundation

/// A lock on a folder, which the system lets go of when its process ends, however it ends.
final class FolderLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock; nil where somebody else holds it, or where there is no such folder.
  init?(_ folder: URL) {
    descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    // From here on the file is closed by `deinit`, also where the lock can't be had.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return nil }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Waits for thirty seconds, as for a database, until nobody else holds the lock.
  ///
  /// - Throws: `StoreError` with the code `busy` where somebody does all the while.
  static func waiting(for folder: URL) throws -> FolderLock {
    for _ in 1...3000 {
      if let lock = FolderLock(folder) { return lock }
      usleep(10_000)
    }
    throw StoreError.isBusy
  }
}
