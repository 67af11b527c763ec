@testable import CTERulePack

/// Makes parts of files from what they may look like: sound ones, and each with one thing written otherwise.
struct ShapeSample {
  /// Which of several contents stands where one of them may.
  let choice: Int

  func sound(_ content: ShapeContent) -> YAMLNode {
    switch content {
    case .text, .value, .expression, .template, .anything: .text("words")
    case .reference(to: .recordType): .text("student")
    case .reference: .text("name")
    case .flag: .text("true")
    case .number(let range): .text("\(range.lowerBound)")
    case .choice(let words): .text(words[0])
    case .day: .text("2026-06-15")
    case .monthDay: .text("07-01")
    case .list(let element): .list([sound(element)])
    case .shape(let shape): .mapping(shape.keys.map { ($0.name, sound($0.content)) })
    case .names(_, let value): .mapping([("name", sound(value))])
    case .either(let contents): sound(chosen(contents))
    }
  }

  private func chosen(_ contents: [ShapeContent]) -> ShapeContent {
    contents[min(choice, contents.count - 1)]
  }

  /// The sound part with each thing in it, one after the other, written otherwise.
  func variants(_ content: ShapeContent) -> [YAMLNode] {
    replacements(for: content) + inner(content)
  }

  /// The sound part with each thing within it written otherwise.
  func inner(_ content: ShapeContent) -> [YAMLNode] {
    switch content {
    case .list(let element): variants(element).map { .list([$0]) }
    case .names(_, let value): variants(value).map { .mapping([("name", $0)]) }
    case .either(let contents): inner(chosen(contents))
    case .shape(let shape):
      shape.keys.flatMap { key in
        variants(key.content).map { replacing(key, in: shape, by: (key.name, $0)) }
          + [misspelling(key, in: shape), leavingOut(key, in: shape)]
      }
    default: []
    }
  }

  func misspelling(_ key: Shape.Key, in shape: Shape) -> YAMLNode {
    replacing(key, in: shape, by: (key.name + "s", sound(key.content)))
  }

  func leavingOut(_ key: Shape.Key, in shape: Shape) -> YAMLNode {
    replacing(key, in: shape, by: nil)
  }

  private func replacing(
    _ key: Shape.Key, in shape: Shape, by entry: (String, YAMLNode)?
  ) -> YAMLNode {
    .mapping(
      shape.keys.compactMap { other in
        other.name == key.name ? entry : (other.name, sound(other.content))
      })
  }

  private func replacements(for content: ShapeContent) -> [YAMLNode] {
    // That a record type is known is seen by the schema, and by the loader only after the structure was read.
    if case .reference(to: .recordType) = content { return Self.otherKinds + dated(content) }
    return Self.otherKinds + Self.texts + dated(content)
  }

  private static let otherKinds: [YAMLNode] = [
    .list([]), .list([.text("words")]), .list([.mapping([("name", .text("words"))])]),
    .mapping([]), .mapping([("name", .text("words"))]), .text("null"), .text("~"), .quoted(""),
  ]

  private static let texts: [YAMLNode] =
    ["words", "12", "-1", "99999999", "1.5", "2026-06-15", "2026-13-15", "07-01", "13-01"].map {
      .text($0)
    } + [.quoted("words")]

  private func dated(_ content: ShapeContent) -> [YAMLNode] {
    let value = sound(content)
    return [
      .mapping([("2025", value), ("2026-02-01", value), ("2027", .text("null"))]),
      .mapping([("2025", .mapping([("2026", value)]))]),
      .mapping([("2025", .list([.list([])]))]), .mapping([("2025", value), ("name", value)]),
    ]
  }
}

extension YAMLNode {
  static func text(_ text: String) -> YAMLNode {
    YAMLNode(content: .scalar(text), origin: .nowhere)
  }

  static func quoted(_ text: String) -> YAMLNode {
    var node = text.isEmpty ? YAMLNode.text("") : .text(text)
    node.isQuoted = true
    return node
  }

  static func list(_ elements: [YAMLNode]) -> YAMLNode {
    YAMLNode(content: .sequence(elements), origin: .nowhere)
  }

  static func mapping(_ entries: [(String, YAMLNode)]) -> YAMLNode {
    YAMLNode(content: .mapping(entries.map { (.text($0), $1) }), origin: .nowhere)
  }
}

extension PackIssue.Origin {
  fileprivate static let nowhere = PackIssue.Origin(file: "sample.yaml")
}
