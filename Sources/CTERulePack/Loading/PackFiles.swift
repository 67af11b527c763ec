import CEL
import Foundation

/// The YAML files of a pack, with those of the packs that it extends beneath them.
struct PackFiles {
  /// A file that is in force.
  struct File {
    /// The path within its pack, without the ending, such as `rules/credential/not-listed`.
    let path: String
    /// The pack that holds it.
    let pack: String
    let root: YAMLNode

    /// The file's name without folder and ending.
    var name: String { String(path.split(separator: "/").last ?? "") }
  }

  private static let maximumBytes = 1 << 20

  /// The `pack.yaml` files, that of the pack itself last.
  private(set) var manifests: [File] = []
  private var files: [String: File] = [:]

  /// Reads a pack and all that it extends, and reports what can't be read.
  init(of pack: String, in library: PackLibrary, log: IssueLog) {
    for (name, folder) in Self.chain(from: pack, in: library, log: log) {
      read(folder, of: name, log: log)
    }
  }

  /// Returns the files of a folder, sorted by path.
  func files(in folder: String) -> [File] {
    files.values.filter { $0.path.hasPrefix(folder + "/") }.sorted { $0.path < $1.path }
  }

  func file(_ path: String) -> File? { files[path] }

  private static func chain(
    from pack: String, in library: PackLibrary, log: IssueLog
  ) -> [(name: String, folder: URL)] {
    var chain: [(name: String, folder: URL)] = []
    var next: (name: String, origin: PackIssue.Origin)? = (pack, .init(file: "\(pack)/pack.yaml"))
    while let (wanted, origin) = next {
      guard let folder = library.folder(of: wanted) else {
        let searched = library.folders.map(\.path).joined(separator: ", ")
        log.reportUnknown(
          "pack", wanted, at: origin, among: library.names,
          otherwise: "packs are looked for in \(searched)")
        return chain
      }
      let name = folder.lastPathComponent
      guard !chain.contains(where: { $0.name == name }) else {
        log.report(at: origin, "the packs extend each other in a circle: '\(name)' again")
        return chain
      }
      chain.insert((name, folder), at: 0)
      next = extended(by: name, in: folder)
    }
    return chain
  }

  private static func extended(
    by name: String, in folder: URL
  ) -> (name: String, origin: PackIssue.Origin)? {
    // What is wrong in the file is reported when it is read as a manifest.
    let root = document(
      at: folder.appendingPathComponent("pack.yaml"), file: "\(name)/pack.yaml", log: IssueLog())
    guard let root, case .mapping(let entries) = root.content,
      let value = entries.first(where: { $0.key.scalar == "extends" })?.value,
      let base = value.scalar
    else { return nil }
    return (base, value.origin)
  }

  private static func document(at url: URL, file: String, log: IssueLog) -> YAMLNode? {
    guard let data = FileManager.default.contents(atPath: url.path) else {
      log.report(at: .init(file: file), "the file can't be read")
      return nil
    }
    guard data.count <= maximumBytes else {
      log.report(at: .init(file: file), "the file is larger than \(maximumBytes >> 10) KiB")
      return nil
    }
    return YAMLReader.document(in: [UInt8](data), file: file, log: log)
  }

  private mutating func read(_ folder: URL, of pack: String, log: IssueLog) {
    for path in Self.paths(in: folder, of: pack, log: log) {
      let url = folder.appendingPathComponent(path)
      guard let root = Self.document(at: url, file: "\(pack)/\(path)", log: log) else { continue }
      let file = File(path: String(path.dropLast(".yaml".count)), pack: pack, root: root)
      if path == "pack.yaml" {
        manifests.append(file)
      } else {
        add(file, log: log)
      }
    }
    if let manifest = manifests.last, manifest.pack == pack { dropUnwanted(by: manifest, log: log) }
  }

  private mutating func add(_ file: File, log: IssueLog) {
    var replaced: YAMLNode?
    if case .mapping(let entries) = file.root.content {
      replaced = entries.first { $0.key.scalar == "replaces" }?.value
    }
    let base = files[file.path]?.pack
    if let base, replaced?.scalar != base {
      log.report(
        at: file.root.origin, "a file of this path stands in '\(base)'",
        help: "write 'replaces: \(base)' if this one stands in its place")
    } else if base == nil, let replaced {
      log.report(
        at: replaced.origin, "there is no file '\(file.path).yaml' to replace",
        help: "leave 'replaces' out, or name the file as in the pack that is extended")
    }
    files[file.path] = file
  }

  private mutating func dropUnwanted(by manifest: File, log: IssueLog) {
    guard case .mapping(let entries) = manifest.root.content,
      let node = entries.first(where: { $0.key.scalar == "without" })?.value,
      case .sequence(let elements) = node.content
    else { return }
    for element in elements {
      let reader = MappingReader(element, log: log)
      let path = reader.requiredText("file")
      _ = reader.requiredText("reason")
      reader.finish()
      guard let path else { continue }
      if files.removeValue(forKey: path) == nil {
        log.reportUnknown("file", path, at: element.origin, among: files.keys)
      }
    }
  }

  /// The YAML files of a pack that mean something, sorted. What lies elsewhere is reported.
  private static func paths(in folder: URL, of pack: String, log: IssueLog) -> [String] {
    files(in: folder, of: pack, log: log).sorted().filter { path in
      guard path.hasSuffix(".yaml") || path.hasSuffix(".yml"), !path.hasPrefix("tests/") else {
        return false
      }
      if let problem = problem(ofPlace: path) {
        log.report(at: .init(file: "\(pack)/\(path)"), problem, help: "see RulePacks/README.md")
        return false
      }
      return true
    }
  }

  /// The paths of all files beneath a folder. A folder that can't be read is reported, not taken for empty.
  private static func files(in folder: URL, of pack: String, log: IssueLog) -> [String] {
    let root = folder.resolvingSymlinksInPath().path + "/"
    func path(_ url: URL) -> String {
      String(url.resolvingSymlinksInPath().path.dropFirst(root.count))
    }
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) {
      url, _ in
      log.report(at: .init(file: "\(pack)/\(path(url))"), "the folder can't be read")
      return true
    }
    return (all?.compactMap { $0 as? URL } ?? []).map(path)
  }

  /// Returns why a file of a pack would never be read, or nil where it is.
  private static func problem(ofPlace path: String) -> String? {
    if path.hasSuffix(".yml") { return "files of a pack end in .yaml" }
    let parts = path.split(separator: "/").map(String.init)
    let depths = ["codes": 2, "records": 2, "formats": 2, "rules": 3]
    if parts.count == 1 {
      return ["pack.yaml", "identifiers.yaml"].contains(path)
        ? nil : "no file of this name is read here"
    }
    guard let depth = depths[parts[0]] else {
      let hint = nearest(to: parts[0], among: depths.keys.sorted()).map {
        "; did you mean '\($0)'?"
      }
      return "the folder '\(parts[0])' isn't read" + (hint ?? "")
    }
    guard parts.count == depth else {
      return parts[0] == "rules"
        ? "a rule lies in rules/<category>/" : "files of '\(parts[0])' lie right in it"
    }
    return nil
  }
}
