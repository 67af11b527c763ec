import Foundation

/// A file with given bytes in a folder of its own, gone when nobody holds it any more.
package final class PassingFile: Sendable {
  private let folder: PassingFolder
  /// Where the file is.
  package let path: String

  /// Writes the file.
  package init(_ bytes: [UInt8], named name: String) throws {
    folder = try PassingFolder()
    let file = folder.url.appendingPathComponent(name)
    path = file.path
    try Data(bytes).write(to: file)
  }
}
