import Foundation

extension FileManager {
  /// Makes a folder that has nothing in it.
  func empty(_ folder: URL) throws {
    if fileExists(atPath: folder.path) { try removeItem(at: folder) }
    try createDirectory(at: folder, withIntermediateDirectories: true)
  }
}
