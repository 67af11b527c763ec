import CEL

// Where files of a pack lie.
extension PackFiles {
  /// The YAML files of a pack that mean something, sorted. What lies elsewhere is reported.
  static func paths(in folder: PackFolder, of pack: String, log: IssueLog) -> [String] {
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
  private static func files(in folder: PackFolder, of pack: String, log: IssueLog) -> [String] {
    let paths = folder.paths { path in
      log.report(at: .init(file: "\(pack)/\(path)"), "the folder can't be read")
    }
    for path in paths where folder.leadsOut(path) {
      log.report(
        at: .init(file: "\(pack)/\(path)"), "the link leads out of the pack",
        help: "put the file itself in its place")
    }
    return paths
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
