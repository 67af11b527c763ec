import Foundation

/// Which file a path leads to, to know it from one that has taken its place.
///
/// It holds as long as somebody keeps the file open, because only then is its number nobody else's.
struct FileIdentity: Equatable, Sendable {
  private let number: UInt64

  /// Looks a file up; nil where there is none.
  init?(of file: URL) {
    var status = stat()
    guard lstat(file.path, &status) == 0 else { return nil }
    number = UInt64(status.st_ino)
  }
}
