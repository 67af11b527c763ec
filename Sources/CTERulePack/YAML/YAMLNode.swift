/// A part of a YAML document with its place. Scalars stay text: `00042` keeps its zeros and `no` is no Boolean.
struct YAMLNode: Sendable {
  indirect enum Content: Sendable {
    case scalar(String)
    case sequence([YAMLNode])
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  var content: Content
  let origin: PackIssue.Origin
  /// Whether the scalar stands between quotes, or in a block of its own.
  var isQuoted = false
  /// How a scalar is written where that differs from its text: quotes, escapes, folded lines.
  var writing: String?
  /// Where a `#` ends the text that may have been a part of it.
  var cut: PackIssue.Origin?
  /// The keys of a mapping, or places in a list, at which something stands that is of no use and has been told.
  var unread: Set<String> = []
  /// The keys of a mapping whose values aren't in force in the year.
  var ended: Set<String> = []
  /// The year or day from which on the value is in force, where it was one of several by year.
  var since: String?

  var scalar: String? {
    if case .scalar(let text) = content { text } else { nil }
  }

  var elements: [YAMLNode]? {
    if case .sequence(let elements) = content { elements } else { nil }
  }

  var entries: [(key: YAMLNode, value: YAMLNode)]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// Whether nothing stands there: no text, `null` or `~`.
  var isNothing: Bool {
    !isQuoted && ["", "null", "~"].contains(scalar)
  }

  /// What the part is, as a person would say it.
  var kind: String {
    switch content {
    case .scalar where isNothing: "nothing"
    case .scalar: "a text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }

  /// Returns what stands at a key of a mapping.
  subscript(key: String) -> YAMLNode? {
    entries?.first { $0.key.scalar == key }?.value
  }
}
