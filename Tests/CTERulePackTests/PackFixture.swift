import CTERulePack
import Foundation

/// Packs of invented states in a passing folder.
struct PackFixture: ~Copyable {
  let folder: URL

  /// Copies the sound pack, and over it the files of a broken one.
  init(broken mistake: String? = nil) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.copyItem(at: Self.resource("Lakeland"), to: folder)
    guard let mistake else { return }
    let overlay = Self.resource("BrokenPacks/\(mistake)")
    for path in FileManager.default.enumerator(atPath: overlay.path)?.compactMap({ $0 as? String })
      ?? []
    where path.hasSuffix(".yaml") || path.hasSuffix(".yml") {
      try write(String(contentsOf: overlay.appendingPathComponent(path), encoding: .utf8), to: path)
    }
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  var library: PackLibrary { PackLibrary(folders: [folder]) }

  func write(_ text: String, to path: String, of pack: String = "lakeland") throws {
    let file = folder.appendingPathComponent(pack).appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  static func resource(_ path: String) -> URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(path)
  }

  /// The mistakes that have a folder.
  static var mistakes: [String] {
    let all = try? FileManager.default.contentsOfDirectory(atPath: resource("BrokenPacks").path)
    return (all ?? []).filter { !$0.hasSuffix(".md") }.sorted()
  }
}
