/// A part of a YAML document with its place. Scalars stay text: `00042` keeps its zeros and `no` is no Boolean.
struct YAMLNode: Sendable {
  indirect enum Content: Sendable {
    case scalar(String)
    case sequence([YAMLNode])
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  let content: Content
  let origin: PackIssue.Origin
  /// Whether the scalar stands between quotes.
  var isQuoted = false

  var scalar: String? {
    if case .scalar(let text) = content { text } else { nil }
  }

  /// What the part is, as a person would say it.
  var kind: String {
    switch content {
    case .scalar(""): "nothing"
    case .scalar: "a text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
