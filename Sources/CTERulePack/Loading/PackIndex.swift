import CTEModel

/// Everything in a pack that has a name, with its place: for whoever asks what something is, and for what nobody uses.
package struct PackIndex: Sendable {
  package let entries: [Entry]
  /// The titles of the documents that facts come from, by name.
  package let sources: [String: String]

  /// Something that has a name.
  package struct Entry: Sendable {
    package let kind: Kind
    /// The name, such as `minutesPerWeek`, `credentialAttempt.student` or `credential/not-listed`.
    package let name: String
    /// How rules, reports and files name it, such as `lakeland:credential/not-listed`.
    package let otherNames: [String]
    package let origin: PackIssue.Origin
    /// What stands there in the year, written in one line; nil where nothing does.
    package let value: String?
    /// From which year or day on, where it is one of several values.
    package let since: String?
    /// The source that it names, or that what it belongs to names.
    package let source: String?
    /// What else there is to know of it in the year, by the pack's own keys.
    package let details: [Detail]

    package typealias Detail = (key: String, value: String)
  }

  /// What has names.
  package enum Kind: String, CaseIterable, Sendable {
    case parameter, scheme, window, role, source, format, column, rule, list
    case part = "parameter part"
    case codeList = "code list"
    case recordType = "record type"
    case code, field
    case lookup = "look-up"
  }
}

extension PackLoader {
  /// Lists what has a name in the files, as they are before the year is chosen and after.
  func index(raw: PackFiles) -> PackIndex {
    let indexer = PackIndexer(raw: raw, resolved: files)
    return PackIndex(
      entries: indexer.catalogs + indexer.codeLists + indexer.records + indexer.formats
        + indexer.rules + indexer.lists + indexer.documents,
      sources: indexer.titles)
  }
}

/// Lists names by the kinds of files in which they stand.
private struct PackIndexer {
  let raw: PackFiles
  /// The files as they are in the year.
  let resolved: PackFiles

  typealias Entry = PackIndex.Entry

  private func root(_ file: PackFiles.File) -> YAMLNode? { resolved.file(file.path)?.root }

  // MARK: - Catalogs

  var catalogs: [Entry] {
    let schemes = named(
      .scheme, in: raw.file("identifiers")?.root, resolved: resolved.file("identifiers")?.root)
    let windows = named(
      .window, in: raw.file("windows")?.root, resolved: resolved.file("windows")?.root)
    let roles = named(
      .role, in: raw.file("roles")?.root, resolved: resolved.file("roles")?.root)
    return (raw.file("parameters")?.root.entries ?? []).flatMap(parameter) + schemes + windows
      + roles
  }

  /// A parameter and its parts.
  private func parameter(_ key: YAMLNode, _ node: YAMLNode) -> [Entry] {
    let name = key.scalar ?? ""
    let inYear = resolved.file("parameters")?.root[name]
    let value = inYear?["value"]
    let source = (inYear ?? node)["source"]?.scalar
    let parts = ((inYear ?? node)["kind"]?.entries ?? []).map { part, _ in
      let partName = "\(name).\(part.scalar ?? "")"
      let shown = value?[part.scalar ?? ""]
      return Entry(
        .part, partName, as: ["parameters.\(partName)"], at: shown?.origin ?? key.origin,
        showing: shown, since: value?.since, source: source)
    }
    return [
      Entry(
        .parameter, name, as: ["parameters.\(name)"], at: key.origin, showing: value,
        source: source)
    ] + parts
  }

  // MARK: - Code lists

  var codeLists: [Entry] {
    raw.files(in: "codes").flatMap { file in
      let codes = root(file)?["codes"]
      let inRules = PackLoader.camelCase(file.name)
      let list = whole(
        .codeList, file, as: [inRules, "codes.\(inRules)"],
        details: [("codes", (codes?.entries ?? []).compactMap(\.key.scalar).listed)])
      return [list]
        + (file.root["codes"]?.entries ?? []).map { key, node in
          code(key, node, inYear: codes?[key.scalar ?? ""], of: file, inRules)
        }
    }
  }

  private func code(
    _ key: YAMLNode, _ node: YAMLNode, inYear: YAMLNode?, of file: PackFiles.File,
    _ listInRules: String
  ) -> Entry {
    let name = key.scalar ?? ""
    let aliases = (inYear?["aliases"]?.leaves ?? []).compactMap(\.scalar).listed
    return Entry(
      .code, "\(file.name).\(name)",
      as: ["\(listInRules).\(name)"] + node.leaves(at: ["aliases"]).compactMap(\.scalar),
      at: key.origin, showing: inYear?["label"] ?? inYear, since: inYear?.since,
      source: file.source, details: aliases.isEmpty ? [] : [("aliases", aliases)])
  }

  // MARK: - Records

  var records: [Entry] {
    raw.files(in: "records").flatMap { file in
      let inYear = root(file)
      let type = PackLoader.camelCase(file.name)
      let kept = ["fields", "lookups", "restsOn", "choices"].map { key in
        (key, (inYear?[key]?.entries ?? []).compactMap(\.key.scalar).listed)
      }
      let own = whole(
        .recordType, file, named: type, as: [file.name],
        details: kept.filter { !$0.1.isEmpty } + details(["identity", "repeated"], of: inYear))
      let inside = [(PackIndex.Kind.field, "fields"), (.lookup, "lookups")].flatMap { kind, key in
        named(
          kind, in: file.root[key], resolved: inYear?[key], of: type, source: file.source)
      }
      return [own] + inside
    }
  }

  // MARK: - Formats

  private static let titleKeys: Set = ["title", "titles"]

  var formats: [Entry] {
    raw.files(in: "formats").flatMap { file in
      let inYear = root(file)?["columns"]?.elements ?? []
      let titles = inYear.flatMap { $0.leaves(at: Self.titleKeys) }.compactMap(\.scalar)
      let columns = inYear.map { ($0, Set($0.leaves(at: Self.titleKeys).compactMap(\.scalar))) }
      var seen: Set<String> = []
      let named = (file.root["columns"]?.elements ?? [])
        .flatMap { $0.leaves(at: Self.titleKeys) }
        .filter { seen.insert($0.scalar ?? "").inserted }
      return [whole(.format, file, details: [("titles", titles.listed)])]
        + named.map { title in
          let text = title.scalar ?? ""
          return Entry(
            .column, "\(file.name).\(text)", as: [text], at: title.origin,
            showing: columns.first { $0.1.contains(text) }?.0, source: file.source)
        }
    }
  }

  // MARK: - Rules, lists and documents

  var rules: [Entry] {
    let keys = ["appliesTo", "severity", "require", "message", "officialName"]
    return raw.files(in: "rules").map { file in
      whole(
        .rule, file, as: [RuleNames.id(file).name], details: details(keys, of: root(file)))
    }
  }

  var lists: [Entry] {
    PackFileKind.listFolders.compactMap { folder in
      raw.file("\(folder)/index").map { file in
        whole(
          .list, file, showing: "file", named: folder,
          details: details(["coverage", "format"], of: root(file)))
      }
    }
  }

  var documents: [Entry] {
    raw.manifests.flatMap { manifest in
      named(.source, in: manifest.root["sources"], resolved: manifest.root["sources"])
    }
  }

  var titles: [String: String] {
    var titles: [String: String] = [:]
    for manifest in raw.manifests {
      for (key, value) in manifest.root["sources"]?.entries ?? [] {
        titles[key.scalar ?? ""] = [value["title"], value["published"]].compactMap { $0?.scalar }
          .joined(separator: ", ")
      }
    }
    return titles
  }

  // MARK: - Entries

  /// The entries of a mapping by name. Those of a record are also named as rules name them.
  private func named(
    _ kind: PackIndex.Kind, in raw: YAMLNode?, resolved: YAMLNode?, of owner: String? = nil,
    source: String? = nil
  ) -> [Entry] {
    (raw?.entries ?? []).map { key, _ in
      let name = key.scalar ?? ""
      let value = resolved?[name]
      return Entry(
        kind, owner.map { "\($0).\(name)" } ?? name, as: kind == .field ? ["this.\(name)"] : [],
        at: key.origin, showing: value, source: value?["source"]?.scalar ?? source)
    }
  }

  /// A file as a whole.
  private func whole(
    _ kind: PackIndex.Kind, _ file: PackFiles.File, showing key: String = "summary",
    named name: String? = nil, as otherNames: [String] = [], details: [Entry.Detail]
  ) -> Entry {
    Entry(
      kind, name ?? String(file.path.split(separator: "/").dropFirst().joined(separator: "/")),
      as: otherNames, at: file.root.origin, showing: root(file)?[key], source: file.source,
      details: details)
  }

  private func details(_ keys: [String], of node: YAMLNode?) -> [Entry.Detail] {
    keys.compactMap { key in node?[key].map { (key, $0.flow) } }
  }
}

extension PackIndex.Entry {
  fileprivate init(
    _ kind: PackIndex.Kind, _ name: String, as otherNames: [String], at origin: PackIssue.Origin,
    showing node: YAMLNode?, since: String? = nil, source: String?, details: [Detail] = []
  ) {
    self.init(
      kind: kind, name: name, otherNames: otherNames, origin: origin, value: node?.flow,
      since: node.flatMap { $0.since ?? since }, source: source, details: details)
  }
}

extension [String] {
  fileprivate var listed: String { joined(separator: ", ") }
}

extension PackFiles.File {
  fileprivate var source: String? { root["source"]?.scalar }
}

extension YAMLNode {
  /// What stands there, written in one line.
  var flow: String {
    switch content {
    case .scalar(let text): text.split(whereSeparator: \.isNewline).joined(separator: " ")
    case .sequence(let elements): "[\(elements.map(\.flow).joined(separator: ", "))]"
    case .mapping(let entries):
      "{\(entries.map { "\($0.key.scalar ?? ""): \($0.value.flow)" }.joined(separator: ", "))}"
    }
  }
}

extension YAMLNode {
  /// The texts in it, in any year.
  fileprivate var leaves: [YAMLNode] {
    switch content {
    case .scalar: isNothing ? [] : [self]
    case .sequence(let elements): elements.flatMap(\.leaves)
    case .mapping(let entries): entries.flatMap(\.value.leaves)
    }
  }

  /// Returns the texts that stand at some keys of a mapping, which may itself be given by year.
  fileprivate func leaves(at keys: Set<String>) -> [YAMLNode] {
    (entries ?? []).flatMap { key, value in
      keys.contains(key.scalar ?? "") ? value.leaves : value.leaves(at: keys)
    }
  }
}
