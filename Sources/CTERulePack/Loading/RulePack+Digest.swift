import Foundation

extension RulePack {
  /// Returns a digest of the files of the pack and of all that it extends, but for what only tries them; nil for a pack that
  /// wasn't loaded from a library.
  ///
  /// Two digests differ if anything differs of which checks can depend, whatever the pack's version says.
  package func filesDigest() -> String? {
    guard let origin else { return nil }
    var digest = ContentDigest()
    for folder in origin.folders {
      for path in Self.paths(in: folder) {
        digest.combine(path)
        // A file that is gone by now differs from one that was read.
        digest.combine((try? Data(contentsOf: folder.appendingPathComponent(path))) ?? Data())
      }
    }
    let digits = String(digest.value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The files of which checks can depend, sorted.
  private static func paths(in folder: URL) -> [String] {
    let all = FileManager.default.subpaths(atPath: folder.path) ?? []
    return all.filter { path in
      (path.hasSuffix(".yaml") || path.hasSuffix(".csv")) && !path.hasPrefix("tests/")
    }.sorted()
  }
}

extension ContentDigest {
  fileprivate mutating func combine(_ text: String) {
    combine(Data(text.utf8))
  }

  fileprivate mutating func combine(_ bytes: Data) {
    combine(Int32(truncatingIfNeeded: bytes.count))
    Array(bytes).withUnsafeBufferPointer { combine($0) }
  }
}
