package import CTEModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that is written under another name and gets its own when it is whole.
package enum FinishedFile {
  /// Refuses a name under which something other than a file stands: it would be lost.
  package static func admit(_ target: String) throws(RenderingError) {
    var facts = stat()
    guard stat(target, &facts) == 0, facts.st_mode & S_IFMT != S_IFREG else { return }
    let isFolder = facts.st_mode & S_IFMT == S_IFDIR
    throw RenderingError(
      "\(target) is \(isFolder ? "a folder" : "no file"); give the new file another name")
  }

  /// Gives a file its name, in one step and in the place of a file that stood there before.
  ///
  /// - Throws: `RenderingError` with what the file system says; the file that stood there is still whole then.
  package static func put(_ incoming: String, inPlaceOf target: String) throws(RenderingError) {
    try admit(target)
    guard rename(incoming, target) == 0 else {
      throw RenderingError(
        "\(target) can't be written: \(String(cString: strerror(errno)))")
    }
  }
}
