import CEL
import CTEModel

/// Reads texts with places for values, such as `no program {program} in {year}`.
struct TemplateReader {
  let definition: RecordDefinition
  let language: PackLanguage
  let log: IssueLog

  func template(_ node: YAMLNode, _ key: String) -> MessageTemplate {
    let text = node.scalar ?? ""
    let places = ScalarPlaces(node)
    var parts: [MessageTemplate.Part] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      let start = rest.index(after: open)
      guard let close = rest[start...].firstIndex(where: { "{}".contains($0) }),
        rest[close] == "}"
      else { break }
      if open > rest.startIndex { parts.append(.words(String(rest[..<open]))) }
      let column = text.unicodeScalars.distance(from: text.startIndex, to: start) + 1
      if let part = part(String(rest[start..<close]), at: places.origin(line: 1, column: column)) {
        parts.append(part)
      }
      rest = rest[rest.index(after: close)...]
    }
    if rest.contains(where: { "{}".contains($0) }) {
      let place = rest.firstIndex { "{}".contains($0) } ?? rest.startIndex
      let column = text.unicodeScalars.distance(from: text.startIndex, to: place) + 1
      log.report(
        at: places.origin(line: 1, column: column), "a brace in '\(key)' has no other half",
        help: "values are written {student}")
    }
    if !rest.isEmpty { parts.append(.words(String(rest))) }
    return MessageTemplate(parts: parts)
  }

  private func part(_ name: String, at origin: PackIssue.Origin) -> MessageTemplate.Part? {
    let path = name.split(separator: ".").map(String.init)
    if path.first == "parameters" { return parameter(Array(path.dropFirst()), at: origin) }
    if path.count > 2 {
      log.reportUnknown("name", path[0], at: origin, among: ["parameters"])
      return nil
    }
    return FieldPathReader(
      type: definition.type, lookups: definition.lookups, unread: definition.unreadLookups, log: log
    ).path(name, at: origin).map { .value($0) }
  }

  /// A parameter is the same for every record, so its words are known.
  private func parameter(
    _ path: [String], at origin: PackIssue.Origin
  ) -> MessageTemplate.Part? {
    let name = path.joined(separator: ".")
    guard let kind = language.parameterKinds[name] else {
      if language.knowsParameters {
        reportUnknown(path, at: origin.moved(by: "parameters.".count))
      }
      return nil
    }
    let words = language.parameter(path).map { kind.words(for: $0) } ?? "(none)"
    return .parameter(name, words: words)
  }

  /// Says which part of a parameter's name is unknown.
  private func reportUnknown(_ path: [String], at origin: PackIssue.Origin) {
    let known = language.parameterKinds.keys.map { $0.split(separator: ".").map(String.init) }
    let names = Set(known.compactMap(\.first))
    guard let name = path.first, names.contains(name) else {
      log.reportUnknown("parameter", path.first ?? "", at: origin, among: names)
      return
    }
    let parts = known.filter { $0[0] == name }.compactMap { $0.dropFirst().first }
    if path.count == 1 {
      log.report(
        at: origin, "the parameter '\(name)' has parts, one of which is meant",
        help: "its parts are \(parts.sorted().joined(separator: ", "))")
      return
    }
    log.reportUnknown(
      "part of \(name)", path.dropFirst().joined(separator: "."),
      at: origin.moved(by: name.count + 1), among: parts, otherwise: "it has no parts")
  }
}

extension ParameterKind {
  fileprivate func words(for value: Value) -> String {
    switch value {
    case .string(let text): text
    case .timestamp(let time): String("\(time)".prefix(10))
    case .list(let elements): elements.map { self.words(for: $0) }.joined(separator: ", ")
    default: value.literal()
    }
  }
}
