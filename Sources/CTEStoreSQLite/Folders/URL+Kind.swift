import Foundation

extension URL {
  /// Whether there is a file of its own, and no link to one somewhere else.
  var isFile: Bool { kind == S_IFREG }

  /// Whether there is a folder of its own, and no link to one somewhere else.
  var isFolder: Bool { kind == S_IFDIR }

  private var kind: mode_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }
}
