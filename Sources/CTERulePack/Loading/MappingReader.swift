import CEL

/// Takes the values of a mapping by key, and reports what is missing, of the wrong kind or unknown.
final class MappingReader {
  let origin: PackIssue.Origin
  let log: IssueLog
  private let entries: [(key: YAMLNode, value: YAMLNode)]
  private var known: [String] = []

  init(_ node: YAMLNode, log: IssueLog) {
    origin = node.origin
    self.log = log
    if case .mapping(let entries) = node.content {
      self.entries = entries
    } else {
      entries = []
      log.report(at: node.origin, "expected a mapping of keys to values, found \(node.kind)")
    }
  }

  /// Every key and value, where the keys are the author's own names.
  var all: [(name: String, key: YAMLNode, value: YAMLNode)] {
    known += entries.compactMap(\.key.scalar)
    return entries.map { ($0.key.scalar ?? "", $0.key, $0.value) }
  }

  func node(_ key: String) -> YAMLNode? {
    known.append(key)
    return entries.first { $0.key.scalar == key }?.value
  }

  func text(_ key: String) -> String? {
    guard let node = node(key) else { return nil }
    if let text = node.scalar, !text.isEmpty { return text }
    log.report(at: node.origin, "'\(key)' is a text, not \(node.kind)")
    return nil
  }

  func requiredText(_ key: String) -> String? {
    if node(key) == nil { log.report(at: origin, "the key '\(key)' is missing") }
    return text(key)
  }

  func flag(_ key: String) -> Bool? {
    choice(key, among: ["true", "false"]).map { $0 == "true" }
  }

  func number(_ key: String) -> Int? {
    guard let node = node(key) else { return nil }
    if let number = node.scalar.flatMap({ Int($0) }) { return number }
    log.report(at: node.origin, "'\(key)' is a whole number, not '\(node.scalar ?? node.kind)'")
    return nil
  }

  func choice(_ key: String, among names: [String]) -> String? {
    guard let node = node(key) else { return nil }
    if let name = node.scalar, names.contains(name) { return name }
    let found = node.scalar ?? node.kind
    log.report(
      at: node.origin, "'\(key)' is one of \(names.joined(separator: ", ")), not '\(found)'",
      help: nearest(to: found, among: names).map { "did you mean '\($0)'?" })
    return nil
  }

  func elements(_ key: String) -> [YAMLNode] {
    guard let node = node(key) else { return [] }
    if case .sequence(let elements) = node.content { return elements }
    log.report(at: node.origin, "'\(key)' is a list, not \(node.kind)")
    return []
  }

  func mapping(_ key: String) -> MappingReader? {
    node(key).map { MappingReader($0, log: log) }
  }

  /// Reports every key that nobody asked for. Called last.
  func finish() {
    for entry in entries {
      guard let name = entry.key.scalar, !known.contains(name) else { continue }
      log.report(
        at: entry.key.origin, "unknown key '\(name)'",
        help: nearest(to: name, among: known).map { "did you mean '\($0)'?" }
          ?? "the keys here are \(Set(known).sorted().joined(separator: ", "))")
    }
  }
}

extension IssueLog {
  /// Reports a name that refers to nothing, with the nearest that does.
  func reportUnknown(
    _ what: String, _ name: String, at origin: PackIssue.Origin,
    among names: some Sequence<String>, otherwise: String? = nil
  ) {
    let names = names.sorted()
    let help =
      nearest(to: name, among: names).map { "did you mean '\($0)'?" }
      ?? (names.isEmpty ? otherwise : "known: \(names.joined(separator: ", "))")
    report(at: origin, "unknown \(what) '\(name)'", help: help)
  }

  /// Reports a word that a code list doesn't have; where there is no list, any word will do.
  func check(_ word: String, isIn codes: CodeList?, at origin: PackIssue.Origin) {
    guard let codes, codes.labels[word] == nil else { return }
    reportUnknown("code of \(codes.name)", word, at: origin, among: codes.labels.keys)
  }
}
