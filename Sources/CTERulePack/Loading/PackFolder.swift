import Foundation

/// The folder of a pack as it lies on the disk.
struct PackFolder {
  /// Where it really lies, whatever links lead there.
  private let root: String

  init(_ url: URL) {
    root = url.resolvingSymlinksInPath().path
  }

  /// Returns the paths of all that lies beneath, with the folders; links to folders aren't followed.
  ///
  /// - Parameter unreadable: Called with the path of every folder that can't be read.
  func paths(unreadable: (String) -> Void) -> [String] {
    var paths: [String] = []
    var waiting = [""]
    while let folder = waiting.popLast() {
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: root + "/" + folder)
      else {
        unreadable(folder)
        continue
      }
      for name in names {
        let path = folder.isEmpty ? name : folder + "/" + name
        paths.append(path)
        if kind(of: path) == S_IFDIR { waiting.append(path) }
      }
    }
    return paths
  }

  /// Whether a path is that of a link to a place outside of the folder.
  func leadsOut(_ path: String) -> Bool {
    guard kind(of: path) == S_IFLNK else { return false }
    let target = URL(fileURLWithPath: root + "/" + path).resolvingSymlinksInPath()
    return !target.path.hasPrefix(root + "/")
  }

  /// Returns the bytes of a file and whether there are more than asked for; nil where it can't be read.
  ///
  /// - Parameter most: How many bytes it may have: it may be larger than the memory, or have no end.
  func contents(of path: String, most: Int) -> (bytes: [UInt8], isTooLarge: Bool)? {
    let place = root + "/" + path
    var facts = stat()
    guard stat(place, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
    if facts.st_size > most { return ([], true) }
    return FileManager.default.contents(atPath: place).map { ([UInt8]($0), false) }
  }

  private func kind(of path: String) -> mode_t? {
    var facts = stat()
    return lstat(root + "/" + path, &facts) == 0 ? facts.st_mode & S_IFMT : nil
  }
}
