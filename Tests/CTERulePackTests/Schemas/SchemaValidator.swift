import Foundation

@testable import CTERulePack

/// Holds YAML against a JSON Schema as editors do, by the keywords that our schemas have and no others.
struct SchemaValidator {
  private typealias Keywords = [String: Any]
  private let root: Keywords
  /// The patterns of the schema, each made once.
  private let expressions: [String: NSRegularExpression]

  init(_ schema: PackSchema) throws {
    let json = try JSONSerialization.jsonObject(with: Data(schema.json.utf8))
    root = json as? Keywords ?? [:]
    let patterns = Self.patterns(in: root).map { ($0, try? NSRegularExpression(pattern: $0)) }
    expressions = Dictionary(patterns, uniquingKeysWith: { $1 }).compactMapValues { $0 }
  }

  private static func patterns(in schema: Any) -> [String] {
    guard let keywords = schema as? Keywords else { return [] }
    let own = [keywords["pattern"] as? String].compactMap { $0 }
    let keys = (keywords["patternProperties"] as? Keywords)?.keys.map { $0 } ?? []
    return own + keys + keywords.values.flatMap { patterns(in: $0) }
  }

  func accepts(_ node: YAMLNode) -> Bool { accepts(node, root) }

  private func accepts(_ node: YAMLNode, _ schema: Any?) -> Bool {
    guard let keywords = schema as? Keywords else { return true }
    return keywords.allSatisfy { holds($0.key, $0.value, of: node, among: keywords) }
  }

  private func holds(
    _ keyword: String, _ value: Any, of node: YAMLNode, among keywords: Keywords
  ) -> Bool {
    switch keyword {
    case "$schema", "title", "description", "definitions": true
    case "$ref": accepts(node, definition(value))
    case "type": !node.schemaTypes.isDisjoint(with: value as? [String] ?? ["\(value)"])
    case "enum": node.scalar.map { (value as? [String] ?? []).contains($0) } ?? false
    case "anyOf": (value as? [Any] ?? []).contains { accepts(node, $0) }
    case "if": accepts(node, keywords[accepts(node, value) ? "then" : "else"])
    case "then", "else": true
    case "items": (node.elements ?? []).allSatisfy { accepts($0, value) }
    case "minLength", "pattern", "minimum", "maximum": holds(keyword, value, of: node)
    default: holds(keyword, value, ofKeys: node, among: keywords)
    }
  }

  private func definition(_ reference: Any) -> Any? {
    let name = "\(reference)".dropFirst("#/definitions/".count)
    let definition = (root["definitions"] as? Keywords)?[String(name)]
    precondition(definition != nil, "nothing is defined as \(reference)")
    return definition
  }

  /// Keywords that speak of texts and numbers only.
  private func holds(_ keyword: String, _ value: Any, of node: YAMLNode) -> Bool {
    let text = node.schemaTypes.contains("string") ? node.scalar : nil
    let number = node.schemaTypes.contains("integer") ? node.scalar.flatMap { Int($0) } : nil
    return switch (keyword, value) {
    case ("minLength", let length as Int): text.map { $0.count >= length } ?? true
    case ("pattern", let pattern as String): text.map { matches($0, pattern) } ?? true
    case ("minimum", let least as Int): number.map { $0 >= least } ?? true
    case ("maximum", let most as Int): number.map { $0 <= most } ?? true
    default: preconditionFailure("\(keyword) has no \(value)")
    }
  }

  /// Keywords that speak of mappings only.
  private func holds(
    _ keyword: String, _ value: Any, ofKeys node: YAMLNode, among keywords: Keywords
  ) -> Bool {
    guard let entries = node.entries?.map({ (key: $0.key.scalar ?? "", value: $0.value) }) else {
      return true
    }
    let properties = keywords["properties"] as? Keywords ?? [:]
    let patterns = keywords["patternProperties"] as? Keywords ?? [:]
    func others() -> [(key: String, value: YAMLNode)] {
      entries.filter { entry in
        properties[entry.key] == nil && !patterns.keys.contains { matches(entry.key, $0) }
      }
    }
    return switch keyword {
    case "required":
      (value as? [String] ?? []).allSatisfy { name in entries.contains { $0.key == name } }
    case "minProperties": entries.count >= value as? Int ?? 0
    case "properties": entries.allSatisfy { accepts($0.value, properties[$0.key]) }
    case "patternProperties":
      patterns.allSatisfy { pattern, schema in
        entries.allSatisfy { !matches($0.key, pattern) || accepts($0.value, schema) }
      }
    case "additionalProperties":
      value as? Bool == false ? others().isEmpty : others().allSatisfy { accepts($0.value, value) }
    default: preconditionFailure("the schemas have a keyword that isn't known here: \(keyword)")
    }
  }

  private func matches(_ text: String, _ pattern: String) -> Bool {
    guard let expression = expressions[pattern] else { preconditionFailure("\(pattern) is none") }
    return expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
  }
}

extension YAMLNode {
  /// What a part is in JSON by the core schema of YAML 1.2, which editors use.
  var schemaTypes: Set<String> {
    switch content {
    case .sequence: ["array"]
    case .mapping: ["object"]
    case .scalar where isQuoted: ["string"]
    case .scalar where isNothing: ["null"]
    case .scalar("true"), .scalar("false"): ["boolean"]
    case .scalar(let text) where Int(text) != nil: ["integer", "number"]
    case .scalar(let text) where Double(text) != nil: ["number"]
    case .scalar: ["string"]
    }
  }
}
