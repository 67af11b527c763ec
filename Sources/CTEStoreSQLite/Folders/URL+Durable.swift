import CTEStore
import Foundation

extension URL {
  /// Makes a folder that is nobody's but the owner's, because students' records are in it; returns false where there is
  /// something of the name.
  func makeFolder() throws -> Bool {
    if mkdir(path, 0o700) == 0 { return true }
    guard errno != EEXIST else { return false }
    throw StoreError(.unusable, "the folder \(path) can't be made: \(lastSystemError)")
  }

  /// Makes a folder and those above it, where they aren't there.
  func makeFolders() throws {
    guard !FileManager.default.fileExists(atPath: path) else { return }
    do {
      try FileManager.default.createDirectory(
        at: self, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw StoreError(
        .unusable, "the folder \(path) can't be made; choose one that can be written")
    }
    deletingLastPathComponent().synchronizeFolder()
  }

  /// Gives a folder another name for good, unless one that isn't empty has it.
  ///
  /// - Returns: Whether the name was free.
  func move(to other: URL) throws -> Bool {
    if rename(path, other.path) != 0 {
      guard ![EEXIST, ENOTEMPTY, ENOTDIR].contains(errno) else { return false }
      throw StoreError(
        .unusable, "the folder \(path) can't be renamed to \(other.path): \(lastSystemError)")
    }
    other.deletingLastPathComponent().synchronizeFolder()
    return true
  }

  /// Makes sure that the names in a folder outlive a loss of power.
  func synchronizeFolder() {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    // Some file systems don't sync folders; the names are then theirs to keep.
    fsync(descriptor)
    close(descriptor)
  }
}

/// What the system says of the call that has just failed.
var lastSystemError: String { String(cString: strerror(errno)) }
