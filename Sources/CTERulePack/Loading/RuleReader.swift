import CEL
import CTEModel

/// Reads one rule.
struct RuleReader {
  let loader: PackLoader
  let names: RuleNames
  let records: [RecordType: RecordDefinition]
  let sources: Set<String>
  let log: IssueLog

  func rule(in file: PackFiles.File) -> Rule? {
    let reader = MappingReader(file.root, log: log)
    let summary = reader.requiredText("summary") ?? ""
    let typeName = reader.requiredText("appliesTo")
    let typeOrigin = reader.node("appliesTo")?.origin ?? reader.origin
    guard let type = typeName.flatMap({ loader.recordType(named: $0, at: typeOrigin) }),
      let definition = records[type]
    else { return nil }
    _ = reader.text("replaces")
    let severity = reader.choice("severity", among: Severity.allCases.map(\.rawValue))
    if severity == nil { log.report(at: reader.origin, "the key 'severity' is missing") }
    let rule = Rule(
      id: RuleNames.id(file), summary: summary, type: type,
      after: after(reader, definition),
      severity: severity.flatMap { Severity(rawValue: $0) } ?? .error,
      requirement: requirement(reader, definition), blames: blames(reader, type),
      message: template("message", reader, definition) ?? MessageTemplate(parts: []),
      expected: reader.node("expected").flatMap { _ in template("expected", reader, definition) },
      help: reader.text("help"), source: source(reader),
      accepted: examples("accept", reader, definition),
      rejected: examples("reject", reader, definition))
    if reader.node("require") == nil { checkReported(rule, definition, at: reader.origin) }
    reader.finish()
    return rule
  }

  private func after(_ reader: MappingReader, _ definition: RecordDefinition) -> [RuleID] {
    reader.elements("after").compactMap { node in
      guard let id = names.id(node, about: definition.type, log: log) else { return nil }
      if case .refuse(let inStore, let inFile) = definition.repetition,
        [inStore, inFile].contains(id)
      {
        log.report(
          at: node.origin, "repetitions are judged after all rules, so none stands after one")
      }
      return id
    }
  }

  /// A rule without `require` must be one that a look-up or an identity reports.
  private func checkReported(
    _ rule: Rule, _ definition: RecordDefinition, at origin: PackIssue.Origin
  ) {
    var reported = definition.lookups.compactMap(\.absent)
    if case .refuse(let inStore, let inFile) = definition.repetition {
      reported += [inStore, inFile]
    }
    if !reported.contains(rule.id) {
      log.report(
        at: origin, "the rule has no 'require', and neither a look-up nor the identity reports it",
        help: "add 'require', or name the rule under 'absent' or 'repeated' of the record")
    }
  }

  private func source(_ reader: MappingReader) -> String {
    let source = reader.requiredText("source") ?? ""
    let document = String(source.prefix { $0 != "," })
    if let node = reader.node("source"), !sources.contains(document) {
      log.reportUnknown("source", document, at: node.origin, among: sources)
    }
    return source
  }

  private func blames(_ reader: MappingReader, _ type: RecordType) -> [Int] {
    let nodes = reader.elements("blames")
    if nodes.isEmpty {
      log.report(at: reader.origin, "'blames' names the fields at which findings point")
    }
    return nodes.compactMap { log.index(of: $0.scalar ?? "", in: type, at: $0.origin) }
  }

  private func requirement(_ reader: MappingReader, _ definition: RecordDefinition)
    -> CheckedExpression?
  {
    guard let node = reader.node("require"), let source = reader.text("require") else { return nil }
    do {
      let expression = try Environment(for: definition).check(source)
      if expression.type != .bool {
        log.report(at: node.origin, "'require' is a bool, not a value of type \(expression.type)")
      }
      return expression
    } catch {
      for issue in error.issues { report(issue, in: node) }
      return nil
    }
  }

  /// The place of an issue within a one-line text is exact; a folded text is pointed at as a whole.
  private func report(_ issue: SourceIssue, in node: YAMLNode) {
    let column =
      node.origin.column + (issue.line == 1 ? issue.column - 1 + (node.isQuoted ? 1 : 0) : 0)
    let origin = PackIssue.Origin(file: node.origin.file, line: node.origin.line, column: column)
    let parts = issue.problem.split(separator: "; ", maxSplits: 1).map(String.init)
    log.report(at: origin, parts[0], help: parts.count > 1 ? parts[1] : nil)
  }

  // MARK: - Words

  private func template(
    _ key: String, _ reader: MappingReader, _ definition: RecordDefinition
  ) -> MessageTemplate? {
    guard let text = reader.requiredText(key), let node = reader.node(key) else { return nil }
    let paths = FieldPathReader(type: definition.type, lookups: definition.lookups, log: log)
    var parts: [MessageTemplate.Part] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { parts.append(.words(String(rest[..<open]))) }
      let name = String(rest[rest.index(after: open)..<close])
      if let path = paths.path(name, at: node.origin) { parts.append(.value(path)) }
      rest = rest[rest.index(after: close)...]
    }
    if rest.contains(where: { "{}".contains($0) }) {
      log.report(
        at: node.origin, "a brace in '\(key)' has no other half",
        help: "values are written {student}")
    }
    if !rest.isEmpty { parts.append(.words(String(rest))) }
    return MessageTemplate(parts: parts)
  }

  // MARK: - Examples

  private func examples(
    _ key: String, _ reader: MappingReader, _ definition: RecordDefinition
  ) -> [RuleExample] {
    guard let examples = reader.mapping("examples") else {
      if key == "accept" {
        log.report(at: reader.origin, "a rule has 'examples' to accept and to reject")
      }
      return []
    }
    let nodes = examples.elements(key)
    _ = examples.elements(key == "accept" ? "reject" : "accept")
    examples.finish()
    if nodes.isEmpty {
      log.report(at: examples.origin, "a rule has at least one example to \(key)")
    }
    return nodes.map { example(MappingReader($0, log: log), definition) }
  }

  private func example(_ reader: MappingReader, _ definition: RecordDefinition) -> RuleExample {
    let record = reader.mapping("record").map { fields($0, of: definition.type) } ?? [:]
    var lookups: [String: [[String: String]]] = [:]
    for lookup in definition.lookups {
      guard let node = reader.node(lookup.name) else { continue }
      if case .sequence(let elements) = node.content {
        lookups[lookup.name] = elements.map { fields(MappingReader($0, log: log), of: lookup.type) }
      } else {
        lookups[lookup.name] = [fields(MappingReader(node, log: log), of: lookup.type)]
      }
    }
    var stored: [[String: String]]?
    if reader.node("stored") != nil {
      stored = reader.elements("stored").map {
        fields(MappingReader($0, log: log), of: definition.type)
      }
    }
    reader.finish()
    return RuleExample(record: record, lookups: lookups, stored: stored, origin: reader.origin)
  }

  private func fields(_ reader: MappingReader, of type: RecordType) -> [String: String] {
    var fields: [String: String] = [:]
    for (name, key, value) in reader.all {
      _ = log.index(of: name, in: type, at: key.origin)
      fields[name] = value.scalar ?? ""
    }
    return fields
  }
}
