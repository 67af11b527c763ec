import CEL
import Foundation

// Where files of a pack lie.
extension PackFiles {
  /// The YAML files of a pack that mean something, sorted. What lies elsewhere is reported.
  static func paths(in folder: URL, of pack: String, log: IssueLog) -> [String] {
    files(in: folder, of: pack, log: log).sorted().filter { path in
      guard path.hasSuffix(".yaml") || path.hasSuffix(".yml") else { return false }
      if let problem = problem(ofPlace: path) {
        log.report(
          at: .init(file: "\(pack)/\(path)"), problem.text,
          help: problem.help ?? "see RulePacks/README.md")
        return path.hasSuffix(".yml")
      }
      return true
    }
  }

  /// The paths of all files beneath a folder. A folder that can't be read is reported, not taken for empty.
  private static func files(in folder: URL, of pack: String, log: IssueLog) -> [String] {
    let root = folder.resolvingSymlinksInPath().path + "/"
    // A link keeps its own name, wherever it leads.
    func path(_ url: URL) -> String {
      let parent = url.deletingLastPathComponent().resolvingSymlinksInPath().path + "/"
      return parent.dropFirst(root.count) + url.lastPathComponent
    }
    let all = FileManager.default.enumerator(
      at: URL(fileURLWithPath: root), includingPropertiesForKeys: nil
    ) { url, _ in
      log.report(at: .init(file: "\(pack)/\(path(url))"), "the folder can't be read")
      return true
    }
    let paths = (all?.compactMap { $0 as? URL } ?? []).map(path)
    for path in paths where leadsOut(path, of: folder) {
      log.report(
        at: .init(file: "\(pack)/\(path)"), "the link leads out of the pack",
        help: "put the file itself in its place")
    }
    return paths
  }

  /// Whether a path is that of a link to a place outside of the folder.
  static func leadsOut(_ path: String, of folder: URL) -> Bool {
    let root = folder.resolvingSymlinksInPath()
    let target = root.appendingPathComponent(path).resolvingSymlinksInPath()
    return !target.path.hasPrefix(root.path + "/")
  }

  /// Returns why a file of a pack would never be read, or nil where it is.
  private static func problem(ofPlace path: String) -> (text: String, help: String?)? {
    if path.hasSuffix(".yml") { return ("files of a pack end in .yaml", "rename the file") }
    guard PackFileKind(path: path) == nil else { return nil }
    return (
      PackFileKind.problem(ofPlace: path), nearestPlace(to: path).map { "did you mean '\($0)'?" }
    )
  }

  /// Returns the folder or file name that was probably meant.
  private static func nearestPlace(to path: String) -> String? {
    let parts = path.split(separator: "/").map(String.init)
    if parts.count == 1 { return nearest(to: path, among: PackFileKind.rootFiles) }
    let folders = PackFileKind.folders
    return folders.contains(parts[0]) ? nil : nearest(to: parts[0], among: folders)
  }
}
