package import CEL
package import CTEModel

/// Reads the records with which a rule shows what it accepts and what it rejects.
struct ExampleReader {
  let definition: RecordDefinition
  let records: [RecordType: RecordDefinition]
  let log: IssueLog

  func examples(_ key: String, _ reader: MappingReader) -> [RuleExample] {
    guard let examples = reader.mapping("examples"), let node = examples.node(key) else {
      return []
    }
    let nodes = node.elements ?? []
    if nodes.isEmpty { log.report(at: node.origin, "a rule has at least one example to \(key)") }
    return nodes.map { example(MappingReader($0, log: log)) }
  }

  private func example(_ reader: MappingReader) -> RuleExample {
    reportUnknownParts(reader)
    var lookups: [String: [[String: String]]] = [:]
    for lookup in definition.lookups {
      guard let node = reader.node(lookup.name) else { continue }
      lookups[lookup.name] = (node.elements ?? [node]).map { fields($0, of: lookup.type) }
    }
    return RuleExample(
      record: reader.node("record").map { fields($0, of: definition.type) } ?? [:],
      lookups: lookups,
      stored: reader.node("stored").map {
        ($0.elements ?? [$0]).map { fields($0, of: definition.type) }
      },
      access: reader.node("access").map { AccessPart.parts($0, log) },
      year: year(reader), today: day(reader), origin: reader.origin)
  }

  private func reportUnknownParts(_ reader: MappingReader) {
    let names = ["record", "stored", "access", "year", "today"] + definition.lookups.map(\.name)
    for (name, key, _) in reader.all
    where !names.contains(name) && !definition.unreadLookups.contains(name) {
      log.reportUnknown("part of an example", name, at: key.origin, among: names)
    }
  }

  /// No file brings a word that the field's code list doesn't have, so no example does.
  private func checkCode(
    _ text: String, of field: RecordField, in type: RecordType, at origin: PackIssue.Origin
  ) {
    guard field.kind.keyDomain == .word else { return }
    let words = field.kind == .wordSet ? text.split(separator: ",").map(String.init) : [text]
    for word in words where !word.isEmpty {
      log.check(word, isIn: records[type]?.fields[field.name]?.codes, at: origin)
    }
  }

  private func year(_ reader: MappingReader) -> FiscalYear? {
    guard let node = reader.node("year") else { return nil }
    if let number = Int(node.scalar ?? ""), Shape.possibleYears.contains(number) {
      return FiscalYear(number)
    }
    log.report(at: node.origin, "'year' is a fiscal year, not '\(node.scalar ?? node.kind)'")
    return nil
  }

  private func day(_ reader: MappingReader) -> CalendarDay? {
    guard let node = reader.node("today") else { return nil }
    if let day = CalendarDay(isoText: node.scalar ?? "") { return day }
    log.report(
      at: node.origin, "'today' is a day such as 2026-06-15, not '\(node.scalar ?? node.kind)'")
    return nil
  }

  private func fields(_ node: YAMLNode, of type: RecordType) -> [String: String] {
    guard let entries = node.entries else {
      log.report(at: node.origin, "fields with their values stand here, not \(node.kind)")
      return [:]
    }
    var fields: [String: String] = [:]
    for (key, value) in entries {
      let name = key.scalar ?? ""
      guard let place = log.index(of: name, in: type, at: key.origin) else { continue }
      let text = value.scalar ?? ""
      if type.fields[place].kind.value(of: text) == nil {
        log.report(
          at: value.origin,
          "'\(text)' is no value of '\(name)': it holds \(type.fields[place].kind.words)")
      }
      checkCode(text, of: type.fields[place], in: type, at: value.origin)
      fields[name] = text
    }
    return fields
  }
}

extension FieldKind {
  /// Returns the value for which a text stands in examples, or nil where it stands for none of the kind.
  package func value(of text: String) -> Value? {
    switch self {
    case .key, .text: .string(text)
    case .wordSet: .list(text.split(separator: ",").map { .string(String($0)) })
    case .year, .integer: Int64(text).map { .int($0) }
    case .hundredths: Double(text).flatMap { $0.isFinite ? .double($0) : nil }
    case .boolean: ["true": true, "false": false][text].map { .bool($0) }
    case .day: CalendarDay(isoText: text).map { .timestamp(Timestamp($0)) }
    }
  }

  fileprivate var words: String {
    switch self {
    case .key, .text: "texts"
    case .wordSet: "words"
    case .year: "years"
    case .integer: "whole numbers"
    case .hundredths: "numbers"
    case .boolean: "true or false"
    case .day: "days such as 2026-06-15"
    }
  }
}
