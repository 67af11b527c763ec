import CTEModel

extension PackLoader {
  /// Reads `roles.yaml`.
  func roles(
    formats: [String: ImportFormat], records: [RecordType: RecordDefinition]
  ) -> [Role] {
    let kinds = records[.organization]?.fields["kind"]?.codes
    return entries(of: "roles").map { name, _, value in
      let reader = MappingReader(value, log: log)
      checkSource(reader)
      let permissions = names(in: reader, "allows")
      checkFormatsMeanSomething(reader)
      for node in names(in: reader, "formats") { checkFormat(node, isAmong: formats) }
      for node in names(in: reader, "organizations") {
        log.check(node.scalar ?? "", isIn: kinds, at: node.origin)
      }
      return Role(
        name: name, label: reader.text("label") ?? name, summary: reader.text("summary") ?? "",
        permissions: Set(permissions.compactMap { Permission(rawValue: $0.scalar ?? "") }),
        formats: set("formats", in: reader), organizationKinds: set("organizations", in: reader))
    }.sorted { $0.name < $1.name }
  }

  private func checkFormatsMeanSomething(_ reader: MappingReader) {
    guard let formats = reader.node("formats"), let allows = reader.node("allows"),
      allows.unread.isEmpty, !reader.texts("allows").contains(Permission.enter.rawValue)
    else { return }
    log.report(
      at: formats.origin, "'formats' says nothing of a role that isn't allowed to 'enter'",
      help: "take it out, or let the role 'enter'")
  }

  /// Returns the names in a list, after reporting one that stands there twice, or that there is none.
  private func names(in reader: MappingReader, _ key: String) -> [YAMLNode] {
    guard let list = reader.node(key) else { return [] }
    let nodes = list.elements ?? []
    // Where an element can't be read, that has been told.
    if nodes.isEmpty, list.unread.isEmpty {
      log.report(
        at: list.origin, "'\(key)' names nothing",
        help: key == "allows" ? nil : "leave the key out where the role isn't limited by it")
    }
    var seen: Set<String> = []
    for node in nodes where !seen.insert(node.scalar ?? "").inserted {
      log.report(at: node.origin, "'\(node.scalar ?? "")' stands in '\(key)' already")
    }
    return nodes
  }

  private func set(_ key: String, in reader: MappingReader) -> Set<String>? {
    reader.node(key).map { _ in Set(reader.texts(key)) }
  }
}
