public import Foundation

/// The folders in which packs are looked for, in their order.
public struct PackLibrary: Sendable {
  /// The folders; each holds packs, one a folder.
  public let folders: [URL]

  /// Creates a library of folders that hold packs.
  public init(folders: [URL]) {
    self.folders = folders
  }

  /// Returns the names of all packs, sorted.
  public var names: [String] {
    let found = folders.flatMap { folder in
      // A folder that isn't there holds no packs.
      ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter {
        isPack(folder.appendingPathComponent($0))
      }
    }
    return Set(found).sorted()
  }

  /// Returns the name by which a pack is found from everywhere: a path becomes one from the root.
  public static func lastingName(of pack: String) -> String {
    isPath(pack) ? URL(fileURLWithPath: pack).standardizedFileURL.path : pack
  }

  private static func isPath(_ pack: String) -> Bool {
    pack.contains("/") || pack == "." || pack == ".."
  }

  /// Returns the folder of a pack, which is named by a shipped pack's name or by a path.
  func folder(of pack: String) -> URL? {
    if Self.isPath(pack) {
      let folder = URL(fileURLWithPath: pack).standardizedFileURL
      return isPack(folder) ? folder : nil
    }
    return folders.map { $0.appendingPathComponent(pack) }.first { isPack($0) }
  }

  private func isPack(_ folder: URL) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent("pack.yaml").path)
  }
}
