import CEL

/// Takes the values of a mapping that was held against its shape, by key.
struct MappingReader {
  let origin: PackIssue.Origin
  let log: IssueLog
  private let entries: [(key: YAMLNode, value: YAMLNode)]
  /// The keys at which something stands that can't be read, which has been told.
  let unread: Set<String>

  init(_ node: YAMLNode, log: IssueLog) {
    origin = node.origin
    self.log = log
    entries = node.entries ?? []
    unread = node.unread
  }

  /// Every key and value, where the keys are the author's own names.
  var all: [(name: String, key: YAMLNode, value: YAMLNode)] {
    entries.map { ($0.key.scalar ?? "", $0.key, $0.value) }
  }

  func node(_ key: String) -> YAMLNode? { entries.first { $0.key.scalar == key }?.value }

  /// Whether anything stands at a key, also what can't be read and has been told.
  func has(_ key: String) -> Bool { node(key) != nil || unread.contains(key) }

  /// Whether all that stands there could be read.
  var isWhole: Bool { unread.isEmpty }

  func text(_ key: String) -> String? { node(key)?.scalar }

  func flag(_ key: String) -> Bool? { text(key).map { $0 == "true" } }

  func number(_ key: String) -> Int? { text(key).flatMap { Int($0) } }

  func elements(_ key: String) -> [YAMLNode] { node(key)?.elements ?? [] }

  func texts(_ key: String) -> [String] { elements(key).compactMap(\.scalar) }

  func mapping(_ key: String) -> MappingReader? { node(key).map { MappingReader($0, log: log) } }

  /// Returns where a key's value stands, or else the mapping.
  func origin(of key: String) -> PackIssue.Origin { node(key)?.origin ?? origin }
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
      ?? (names.isEmpty ? otherwise : "known: \(Self.shown(names))")
    report(at: origin, "unknown \(what) '\(name)'", help: help)
  }

  private static func shown(_ names: [String]) -> String {
    names.prefix(20).joined(separator: ", ") + (names.count > 20 ? ", …" : "")
  }

  /// Reports a word that a code list doesn't have; where there is no list, any word will do.
  func check(_ word: String, isIn codes: CodeList?, at origin: PackIssue.Origin) {
    guard let codes, !codes.isOpen, codes.labels[word] == nil else { return }
    reportUnknown("code of \(codes.name)", word, at: origin, among: codes.labels.keys)
  }
}
