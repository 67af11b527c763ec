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
    var root: YAMLNode

    /// The file's name without folder and ending.
    var name: String { String(path.split(separator: "/").last ?? "") }
  }

  private static let maximumBytes = 1 << 20

  /// The folders of the packs, that of the pack itself last.
  private(set) var folders: [(pack: String, url: URL)] = []
  /// The paths of files that couldn't be read, of which it isn't known what they define.
  private(set) var unreadable: Set<String> = []
  /// Whether every pack that is extended was found. Where one wasn't, nobody knows what it defines.
  private(set) var isWhole = true
  /// The paths of files that don't hold because a pack is without them.
  private(set) var unwanted: Set<String> = []
  /// The `pack.yaml` files, that of the pack itself last.
  private(set) var manifests: [File] = []
  private var files: [String: File] = [:]

  /// Reads a pack and all that it extends, and reports what can't be read.
  init(of pack: String, in library: PackLibrary, log: IssueLog) {
    let chain = chain(from: pack, in: library, log: log)
    for (name, folder) in chain {
      folders.append((name, folder))
      read(PackFolder(folder), of: name, log: log)
    }
  }

  /// Reads the fixtures of the pack itself, which nobody needs but who checks the pack.
  mutating func readFixtures(log: IssueLog) {
    guard let (pack, folder) = folders.last else { return }
    // Files that lie in wrong places were told when the others were read.
    let place = PackFolder(folder)
    for path in Self.paths(in: place, of: pack, log: IssueLog())
    where PackFileKind(path: path) == .fixture {
      if let file = Self.file(path, of: pack, in: place, log: log) { files[file.path] = file }
    }
  }

  /// Puts what a function makes of every file in its place; files of which it makes nothing are left out.
  mutating func replaceRoots(_ make: (File, PackFileKind) -> YAMLNode?) {
    for (path, file) in files {
      guard let kind = PackFileKind(path: path + ".yaml") else { continue }
      files[path] = make(file, kind).map { File(path: path, pack: file.pack, root: $0) }
      // Where nothing can be made of a file, it isn't known what it defines.
      if files[path] == nil { unreadable.insert(path) }
    }
    for place in manifests.indices {
      if let root = make(manifests[place], .pack) {
        manifests[place].root = root
      } else {
        unreadable.insert(manifests[place].path)
      }
    }
  }

  /// Returns the files of a folder, sorted by path.
  func files(in folder: String) -> [File] {
    files.values.filter { $0.path.hasPrefix(folder + "/") }.sorted { $0.path < $1.path }
  }

  func file(_ path: String) -> File? { files[path] }

  /// All files but the heads, sorted by path.
  var all: [File] { files.values.sorted { $0.path < $1.path } }

  /// Returns the names of the files of a folder that couldn't be read, without folder and ending.
  func unreadableNames(in folder: String) -> [String] {
    unreadable.filter { $0.hasPrefix(folder + "/") }.map { String($0.dropFirst(folder.count + 1)) }
  }

  /// Returns where a file lies that is no YAML, or nil where the pack doesn't have it.
  func url(of path: String, in pack: String) -> URL? {
    let url = folders.first { $0.pack == pack }?.url.appendingPathComponent(path)
    return url.flatMap { FileManager.default.fileExists(atPath: $0.path) ? $0 : nil }
  }

  /// Returns the names of the files of a folder that are no YAML.
  func names(in folder: String, of pack: String) -> [String] {
    let url = folders.first { $0.pack == pack }?.url.appendingPathComponent(folder)
    // A folder that isn't there has no files.
    let names = url.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0.path) }
    return (names ?? []).filter { !$0.hasSuffix(".yaml") }
  }

  private mutating func chain(
    from pack: String, in library: PackLibrary, log: IssueLog
  ) -> [(name: String, folder: URL)] {
    var chain: [(name: String, folder: URL)] = []
    var next: (name: String, origin: PackIssue.Origin)? = (pack, .init(file: "\(pack)/pack.yaml"))
    while let (wanted, origin) = next {
      guard let folder = library.folder(of: wanted) else {
        library.reportMissing(wanted, at: origin, log: log)
        isWhole = false
        return chain
      }
      let name = folder.lastPathComponent
      if let same = chain.first(where: { $0.name == name }) {
        let path = (chain.reversed().map(\.name) + [name]).joined(separator: ", then ")
        log.report(
          at: origin,
          same.folder == folder
            ? "the packs extend each other in a circle: \(path)"
            : "a pack of the name '\(name)' extends another of that name",
          help: same.folder == folder ? "take one 'extends' out" : "rename the pack's folder")
        isWhole = false
        return chain
      }
      chain.insert((name, folder), at: 0)
      next = Self.extended(by: name, in: folder)
    }
    return chain
  }

  private static func extended(
    by name: String, in folder: URL
  ) -> (name: String, origin: PackIssue.Origin)? {
    // What is wrong in the file is reported when it is read as a manifest.
    let root = document("pack.yaml", of: name, in: PackFolder(folder), log: IssueLog())
    guard let value = root?["extends"], let base = value.scalar else { return nil }
    return (base, value.origin)
  }

  private static func document(
    _ path: String, of pack: String, in folder: PackFolder, log: IssueLog
  ) -> YAMLNode? {
    let file = "\(pack)/\(path)"
    guard let contents = folder.contents(of: path, most: maximumBytes) else {
      log.report(at: .init(file: file), "the file can't be read")
      return nil
    }
    if contents.isTooLarge {
      log.report(at: .init(file: file), "the file is larger than \(maximumBytes >> 10) KiB")
      return nil
    }
    return YAMLReader.document(in: contents.bytes, file: file, log: log)
  }

  private mutating func read(_ folder: PackFolder, of pack: String, log: IssueLog) {
    var own: [File] = []
    for path in Self.paths(in: folder, of: pack, log: log) {
      guard path.hasSuffix(".yaml"), let kind = PackFileKind(path: path) else {
        // Files of a pack that end in .yml have been told; what they define isn't known.
        unreadable.insert(String(path.prefix { $0 != "." }))
        continue
      }
      if kind == .fixture { continue }
      guard let file = Self.file(path, of: pack, in: folder, log: log) else {
        unreadable.insert(String(path.dropLast(".yaml".count)))
        continue
      }
      own.append(file)
    }
    let manifest = own.first { $0.path == "pack" }
    manifests += manifest.map { [$0] } ?? []
    own.removeAll { $0.path == "pack" }
    if let manifest { dropUnwanted(by: manifest, beside: own, log: log) }
    for file in own { add(file, log: log) }
  }

  private static func file(
    _ path: String, of pack: String, in folder: PackFolder, log: IssueLog
  ) -> File? {
    // That a link leads out of the pack was told when it was found.
    if folder.leadsOut(path) { return nil }
    return document(path, of: pack, in: folder, log: log).map {
      File(path: String(path.dropLast(".yaml".count)), pack: pack, root: $0)
    }
  }

  private mutating func add(_ file: File, log: IssueLog) {
    if PackFileKind(path: file.path + ".yaml")?.isCatalog == true {
      files[file.path] = File(
        path: file.path, pack: file.pack, root: merged(file, over: files[file.path], log: log))
      return
    }
    let replaced = file.root["replaces"]
    let base = files[file.path]?.pack
    if let base, replaced?.scalar != base {
      log.report(
        at: file.root.origin, "a file of this path stands in '\(base)'",
        help: "write 'replaces: \(base)' if this one stands in its place")
    } else if base == nil, let replaced, isKnown(file.path) {
      log.report(
        at: replaced.origin, "there is no file '\(file.path).yaml' to replace",
        help: "leave 'replaces' out, or name the file as in the pack that is extended")
    }
    files[file.path] = file
  }

  /// Returns the entries of a catalog with those of the extended pack that it leaves alone.
  private func merged(_ file: File, over base: File?, log: IssueLog) -> YAMLNode {
    guard let own = file.root.entries else { return file.root }
    let inherited = base?.root.entries ?? []
    for (key, value) in own {
      let pack = inherited.first { $0.key.scalar == key.scalar }?.key.origin.pack
      let replaces = value["replaces"]
      if let pack, replaces?.scalar != pack {
        log.report(
          at: key.origin, "'\(key.scalar ?? "")' stands in '\(pack)' too",
          help: "write 'replaces: \(pack)' in it if this one stands in its place")
      } else if pack == nil, let replaces, isKnown(file.path) {
        log.report(
          at: replaces.origin, "there is no '\(key.scalar ?? "")' to replace",
          help: "leave 'replaces' out, or name it as in the pack that is extended")
      }
    }
    var root = file.root
    let names = Set(own.compactMap(\.key.scalar))
    root.content = .mapping(inherited.filter { !names.contains($0.key.scalar ?? "") } + own)
    return root
  }

  /// Whether it can be told if an extended pack has a file.
  private func isKnown(_ path: String) -> Bool { isWhole && !unreadable.contains(path) }

  private mutating func dropUnwanted(by manifest: File, beside own: [File], log: IssueLog) {
    for element in manifest.root["without"]?.elements ?? [] {
      guard let file = element["file"], let path = file.scalar else { continue }
      let isThere = own.contains { $0.path == path }
      if isThere {
        log.report(
          at: file.origin, "the file is dropped by 'without' and is there all the same",
          help: "take it out of 'without', or delete the pack's own '\(path).yaml'")
      } else {
        unwanted.insert(path)
      }
      if files.removeValue(forKey: path) == nil, isKnown(path), !isThere {
        log.reportUnknown("file", path, at: file.origin, among: files.keys)
      }
    }
  }
}
