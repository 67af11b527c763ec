import Foundation

/// The folder into which files are written, looked at before any is.
struct WritingPlace {
  let url: URL
  /// The folder as its author named it.
  let name: String

  /// Refuses the root of all files, which nobody means.
  func checkNotRoot() throws(PackWritingError) {
    guard url.standardizedFileURL.path == "/" else { return }
    throw PackWritingError(.unwritable, "nothing is written to '/' itself; name a folder in it")
  }

  /// Whether the folder is there; a file in its place is refused.
  var isThere: Bool {
    get throws(PackWritingError) {
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      if exists, !isFolder.boolValue {
        throw PackWritingError(.unwritable, "'\(name)' is a file, not a folder; name a folder")
      }
      return exists
    }
  }

  /// Refuses a folder that isn't there.
  func checkIsThere() throws(PackWritingError) {
    if try isThere { return }
    throw PackWritingError(
      .unwritable, "there is no folder '\(name)'; make it first, or name another")
  }
}
