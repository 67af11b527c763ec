import CEL
import CTEModel

/// Reads one rule.
struct RuleReader {
  let loader: PackLoader
  let names: RuleNames
  let records: [RecordType: RecordDefinition]
  let language: PackLanguage
  /// The environments of the record types about which there are rules.
  let environments: [RecordType: Environment]
  let log: IssueLog

  func rule(in file: PackFiles.File) -> Rule? {
    let reader = MappingReader(file.root, log: log)
    loader.checkSource(reader)
    guard let typeNode = reader.node("appliesTo"),
      let type = loader.recordType(named: typeNode.scalar ?? "", at: typeNode.origin),
      !loader.isUnreadable(type), let definition = records[type], definition.knowsLookups
    else { return nil }
    let words = TemplateReader(definition: definition, language: language, log: log)
    let examples = ExampleReader(definition: definition, records: records, log: log)
    let rule = Rule(
      id: RuleNames.id(file), summary: reader.text("summary") ?? "", type: type,
      after: after(reader, definition),
      severity: reader.text("severity").flatMap { Severity(rawValue: $0) } ?? .error,
      officialName: reader.text("officialName"), gridName: reader.text("gridName"),
      requirement: requirement(reader, definition), blames: blames(reader, type),
      message: reader.node("message").map { words.template($0, "message") }
        ?? MessageTemplate(parts: []),
      expected: reader.node("expected").map { words.template($0, "expected") },
      help: reader.text("help"), source: reader.text("source") ?? "",
      accepted: examples.examples("accept", reader), rejected: examples.examples("reject", reader),
      origin: reader.origin, requirementOrigin: reader.node("require")?.origin,
      requirementPlaces: reader.node("require").map { ScalarPlaces($0) })
    if !reader.has("require") { checkReported(rule, definition, at: reader.origin) }
    if rule.id == definition.missing { checkFixed(rule.message, at: reader.origin(of: "message")) }
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
      } else if [definition.outOfScope, definition.missing].contains(id) {
        log.report(
          at: node.origin,
          "what is missing or out of reach is judged apart from rules, so none stands after it")
      }
      return id
    }
  }

  /// A rule without `require` must be one that a look-up or an identity reports.
  private func checkReported(
    _ rule: Rule, _ definition: RecordDefinition, at origin: PackIssue.Origin
  ) {
    if definition.isWhole, !definition.reportedRules.contains(rule.id) {
      log.report(
        at: origin, "the rule has no 'require', and the record names it nowhere",
        help:
          "add 'require', or name the rule under 'absent', 'present', 'repeated', 'outOfScope' or 'missing' of the record"
      )
    }
  }

  /// What is missing is told before the record is known.
  private func checkFixed(_ message: MessageTemplate, at origin: PackIssue.Origin) {
    let hasValues = message.parts.contains { part in
      if case .value = part { true } else { false }
    }
    guard hasValues else { return }
    log.report(
      at: origin, "a rule about missing values quotes none",
      help: "the report names the column; say in general what is asked for")
  }

  private func blames(_ reader: MappingReader, _ type: RecordType) -> [Int] {
    let nodes = reader.elements("blames")
    if nodes.isEmpty, reader.node("blames") != nil {
      log.report(
        at: reader.origin(of: "blames"), "'blames' names no field",
        help: "name the fields at which findings point; the first carries them")
    }
    return nodes.compactMap { log.index(of: $0.scalar ?? "", in: type, at: $0.origin) }
  }

  private func requirement(_ reader: MappingReader, _ definition: RecordDefinition)
    -> CheckedExpression?
  {
    guard let node = reader.node("require"), let source = node.scalar else { return nil }
    let question = log.check(
      source, at: node, in: environments[definition.type] ?? language.environment(for: definition),
      means: "'require'")
    for lookup in definition.lookups {
      for field in lookup.type.fields where field.isTransient {
        guard question?.reads.contains([lookup.name, field.name]) == true else { continue }
        log.report(
          at: node.origin,
          "'\(field.name)' of \(lookup.type.name) is never stored, so no look-up finds it")
      }
    }
    return question
  }
}

extension IssueLog {
  /// Returns a question in the rule language, or nil after reporting its mistakes at their places in the file.
  func check(
    _ source: String, at node: YAMLNode, in environment: Environment, means name: String
  ) -> CheckedExpression? {
    do {
      let expression = try environment.check(source)
      if expression.type == .bool { return expression }
      report(
        at: ScalarPlaces(node).origin(line: 1, column: 1),
        "\(name) is true or false, but this is \(expression.type.words)",
        help: "compare it with something, such as x == y")
    } catch {
      let places = ScalarPlaces(node)
      for issue in error.issues {
        let parts = issue.problem.split(separator: "; ", maxSplits: 1).map(String.init)
        report(
          at: places.origin(line: issue.line, column: issue.column), parts[0],
          help: parts.count > 1 ? parts[1] : nil)
      }
    }
    return nil
  }
}

extension ValueType {
  fileprivate var words: String {
    switch self {
    case .string: "a text"
    case .int, .uint, .double: "a number"
    case .timestamp: "a day"
    case .list: "a list"
    default: "of type \(self)"
    }
  }
}
