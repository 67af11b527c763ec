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
    package let origin: PackIssue.Origin
    /// What stands there in the year, written in one line; nil where nothing does.
    package let value: String?
    /// From which year or day on, where it is one of several values.
    package let since: String?
    /// The source that it names, or that what it belongs to names.
    package let source: String?
  }

  /// What has names.
  package enum Kind: String, CaseIterable, Sendable {
    case parameter, scheme, window, source, format, rule, list
    case codeList = "code list"
    case code, field
    case lookup = "look-up"
  }
}

extension PackLoader {
  /// Lists what has a name in the files, as they are before the year is chosen and after.
  func index(raw: PackFiles) -> PackIndex {
    var entries: [PackIndex.Entry] = []
    for (kind, path) in [
      (PackIndex.Kind.parameter, "parameters"), (.scheme, "identifiers"), (.window, "windows"),
    ] {
      entries += named(kind, in: raw.file(path)?.root, resolved: files.file(path)?.root)
    }
    for file in raw.files(in: "codes") {
      let resolved = files.file(file.path)?.root
      entries.append(whole(.codeList, file, showing: nil))
      entries += named(
        .code, in: file.root["codes"], resolved: resolved?["codes"], of: file.name,
        source: file.source)
    }
    for file in raw.files(in: "records") {
      let resolved = files.file(file.path)?.root
      let type = Self.camelCase(file.name)
      for (kind, key) in [(PackIndex.Kind.field, "fields"), (.lookup, "lookups")] {
        entries += named(
          kind, in: file.root[key], resolved: resolved?[key], of: type, source: file.source)
      }
    }
    for file in raw.files(in: "formats") {
      entries.append(whole(.format, file, showing: "summary"))
    }
    for file in raw.files(in: "rules") { entries.append(whole(.rule, file, showing: "require")) }
    for folder in PackFileKind.listFolders {
      if let file = raw.file("\(folder)/index") {
        entries.append(whole(.list, file, showing: "file", named: folder))
      }
    }
    for manifest in raw.manifests {
      entries += named(.source, in: manifest.root["sources"], resolved: manifest.root["sources"])
    }
    return PackIndex(entries: entries, sources: titles(raw))
  }

  private func titles(_ raw: PackFiles) -> [String: String] {
    var titles: [String: String] = [:]
    for manifest in raw.manifests {
      for (key, value) in manifest.root["sources"]?.entries ?? [] {
        titles[key.scalar ?? ""] = [value["title"], value["published"]].compactMap { $0?.scalar }
          .joined(separator: ", ")
      }
    }
    return titles
  }

  /// The entries of a mapping by name.
  private func named(
    _ kind: PackIndex.Kind, in raw: YAMLNode?, resolved: YAMLNode?, of owner: String? = nil,
    source: String? = nil
  ) -> [PackIndex.Entry] {
    (raw?.entries ?? []).map { key, _ in
      let name = key.scalar ?? ""
      let value = resolved?[name]
      let shown = kind == .parameter ? value?["value"] : value
      return PackIndex.Entry(
        kind: kind, name: owner.map { "\($0).\(name)" } ?? name,
        origin: key.origin, value: shown?.flow, since: shown?.since,
        source: value?["source"]?.scalar ?? source)
    }
  }

  /// A file as a whole.
  private func whole(
    _ kind: PackIndex.Kind, _ file: PackFiles.File, showing key: String?, named name: String? = nil
  ) -> PackIndex.Entry {
    let resolved = files.file(file.path)?.root
    let shown = key.flatMap { resolved?[$0] } ?? resolved?["summary"]
    return PackIndex.Entry(
      kind: kind,
      name: name ?? String(file.path.split(separator: "/").dropFirst().joined(separator: "/")),
      origin: file.root.origin, value: shown?.flow, since: shown?.since, source: file.source)
  }
}

extension PackFiles.File {
  fileprivate var source: String? { root["source"]?.scalar }
}

extension YAMLNode {
  /// What stands there, written in one line.
  var flow: String {
    switch content {
    case .scalar(let text): text
    case .sequence(let elements): "[\(elements.map(\.flow).joined(separator: ", "))]"
    case .mapping(let entries):
      "{\(entries.map { "\($0.key.scalar ?? ""): \($0.value.flow)" }.joined(separator: ", "))}"
    }
  }
}
