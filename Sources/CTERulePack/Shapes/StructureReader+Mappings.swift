import CEL
import CTEModel

// Mappings: keys of a shape, or names.
extension StructureReader {
  func names(
    _ node: YAMLNode, _ kind: ShapeContent.NameKind, _ value: ShapeContent, of name: String
  ) -> YAMLNode? {
    guard let entries = node.entries else { return refuse(node, name) }
    if case .own(let what) = kind, case .shape(let shape) = value, isUnnamed(entries, shape) {
      log.report(
        at: node.origin, "the \(what) has no name",
        help: "write its name and a colon above, and its keys beneath, indented")
      return nil
    }
    var node = node
    var known: [(key: YAMLNode, value: YAMLNode)] = []
    for entry in entries {
      let name = entry.key.scalar ?? ""
      guard let value = noting(name, in: &node, { read(entry.value, as: value, of: name) })
      else { continue }
      known.append((entry.key, value))
    }
    node.content = .mapping(known)
    return node
  }

  /// Whether the keys of an entry stand where its name should.
  func isUnnamed(_ entries: [(key: YAMLNode, value: YAMLNode)], _ shape: Shape) -> Bool {
    shape.keys.filter(\.isRequired).allSatisfy { key in
      entries.contains { $0.key.scalar == key.name && $0.value.entries?.isEmpty != false }
    }
  }

  /// Reads a part of a node, and notes where something stands in it that is of no use.
  func noting(
    _ name: String, in node: inout YAMLNode, _ read: () -> YAMLNode?
  ) -> YAMLNode? {
    let count = log.issues.count
    let value = read()
    if value == nil {
      if log.issues.count > count { node.unread.insert(name) } else { node.ended.insert(name) }
    }
    return value
  }

  func refuse(_ node: YAMLNode, _ name: String, such keys: [String] = []) -> YAMLNode? {
    log.report(
      at: node.origin, "'\(name)' must be a mapping of keys to values, not \(node.kind)",
      help: keys.first.map { "write its keys beneath it, such as '\($0): …'" })
    return nil
  }

  func mapping(_ node: YAMLNode, _ shape: Shape, of name: String) -> YAMLNode? {
    guard let entries = node.entries else {
      return refuse(node, name, such: shape.keys.filter(\.isRequired).map(\.name))
    }
    var node = node
    let names = Set(entries.compactMap(\.key.scalar))
    var known: [(key: YAMLNode, value: YAMLNode)] = []
    for entry in entries {
      guard let key = shape.key(entry.key.scalar ?? "") else {
        // A key that was misspelt is there; that it is missing would be said twice.
        if let meant = reportUnknown(entry.key, in: shape, beside: names) {
          node.unread.insert(meant)
        }
        continue
      }
      guard let value = noting(key.name, in: &node, { read(entry.value, at: key) }) else {
        continue
      }
      known.append((entry.key, value))
    }
    reportMissing(shape, in: node, beside: entries)
    reportEnded(shape, in: node, beside: entries)
    node.content = .mapping(known)
    return node
  }

  private func reportMissing(
    _ shape: Shape, in node: YAMLNode, beside entries: [(key: YAMLNode, value: YAMLNode)]
  ) {
    // Where a year was meant, the keys stand beneath it.
    guard !entries.contains(where: { $0.key.helpForYear != nil }) else { return }
    let there = Set(entries.compactMap(\.key.scalar)).union(node.unread)
    for key in shape.keys where key.isRequired && !there.contains(key.name) {
      log.report(at: node.origin, "the key '\(key.name)' is missing")
    }
  }

  private func reportEnded(
    _ shape: Shape, in node: YAMLNode, beside entries: [(key: YAMLNode, value: YAMLNode)]
  ) {
    for (key, value) in entries where node.ended.contains(key.scalar ?? "") {
      guard let key = shape.key(key.scalar ?? ""), key.isRequired, !key.content.mayEnd else {
        continue
      }
      log.report(
        at: value.origin, "the key '\(key.name)' has no value in \(time.year)",
        help: "give it one from \(time.covered.lowerBound) on")
    }
  }

  func read(_ node: YAMLNode, at key: Shape.Key) -> YAMLNode? {
    guard node.isNothing, !key.content.mayBeNothing else {
      var reader = self
      reader.isConstant = key.isConstant
      return reader.read(node, as: key.content, of: key.name)
    }
    log.report(
      at: node.origin, "nothing stands at '\(key.name)'",
      help: key.content.words.map { "it is one of \($0.joined(separator: ", "))" }
        ?? (key.isRequired ? nil : "say something there, or leave the key out"))
    return nil
  }

  /// Reports a key that the shape doesn't know, and returns the one that may have been meant.
  func reportUnknown(
    _ key: YAMLNode, in shape: Shape, beside others: Set<String>
  ) -> String? {
    let name = key.scalar ?? ""
    let names = shape.keys.map(\.name)
    let meant = nearest(to: name, among: names.filter { !others.contains($0) })
    let known =
      others.first { $0.lowercased() == name.lowercased() && $0 != name }
      .map { "'\($0)' stands here already" }
      ?? "the keys here are \(names.sorted().joined(separator: ", "))"
    log.report(
      at: key.origin, "unknown key '\(name)'",
      help: key.helpForYear ?? meant.map { "did you mean '\($0)'?" } ?? known)
    return meant
  }
}
