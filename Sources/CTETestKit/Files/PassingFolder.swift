package import Foundation

/// A new folder for files that a test writes, gone with them when nobody holds it any more.
package final class PassingFolder: Sendable {
  /// Where the folder is.
  package let url: URL

  /// Creates a folder.
  ///
  /// - Parameter original: The folder whose content it begins with; nil for none.
  package init(copying original: URL? = nil) throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    if let original {
      try FileManager.default.copyItem(at: original, to: url)
    } else {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }
  }

  deinit {
    // What can't be removed is left to the system, which empties the place from time to time.
    try? FileManager.default.removeItem(at: url)
  }
}

/// Calls a function with a new folder, of which nothing is left.
package func withPassingFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
  let folder = try PassingFolder()
  defer { withExtendedLifetime(folder) {} }
  return try body(folder.url)
}

/// Calls a function with a new folder, of which nothing is left.
package func withPassingFolder<Result>(
  _ body: (URL) async throws -> Result
) async throws -> Result {
  let folder = try PassingFolder()
  defer { withExtendedLifetime(folder) {} }
  return try await body(folder.url)
}
