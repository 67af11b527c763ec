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

extension PackLibrary {
  /// Reports a name or path at which no pack is found, with what is there instead.
  func reportMissing(_ pack: String, at origin: PackIssue.Origin, log: IssueLog) {
    guard Self.isPath(pack) else {
      let searched = folders.map(\.path).joined(separator: ", ")
      log.reportUnknown(
        "pack", pack, at: origin, among: names,
        otherwise: "packs are looked for in \(searched)")
      return
    }
    let place = URL(fileURLWithPath: pack).standardizedFileURL
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder)
    if isThere, let outer = packAround(place) {
      log.report(
        at: origin, "'\(pack)' lies in the pack '\(outer.lastPathComponent)'",
        help: "name the pack's own folder, \(outer.path)")
    } else if isThere, isFolder.boolValue {
      log.report(
        at: origin, "the folder '\(pack)' has no pack.yaml",
        help: "name the folder in which the pack's pack.yaml lies")
    } else {
      log.report(at: origin, "there is no folder '\(pack)'", help: "correct the path")
    }
  }

  /// Returns the folder of the pack in which something lies, or nil where it lies in none.
  private func packAround(_ place: URL) -> URL? {
    var folder = place.deletingLastPathComponent()
    while folder.path != "/" {
      if isPack(folder) { return folder }
      folder = folder.deletingLastPathComponent()
    }
    return nil
  }
}
