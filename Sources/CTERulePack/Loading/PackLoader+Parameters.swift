package import CEL
package import CTEModel

extension PackLoader {
  /// Whether every parameter is known, with what it holds.
  var knowsParameters: Bool {
    if files.unreadable.contains("parameters") { return false }
    guard let root = files.file("parameters")?.root else { return true }
    return root.unread.isEmpty
      && (root.entries ?? []).map(\.value).allSatisfy { parameter in
        !parameter.unread.contains("kind") && parameter["kind"]?.unread.isEmpty == true
      }
  }

  /// Reads `parameters.yaml`.
  func parameters() -> [Parameter] {
    entries(of: "parameters").map { name, key, value in
      let reader = MappingReader(value, log: log)
      checkSource(reader)
      checkName(name, at: key.origin)
      let kinds = kinds(reader.node("kind"))
      let unread = reader.node("kind")?.unread ?? []
      return Parameter(
        name: name, summary: reader.text("summary") ?? "", source: reader.text("source") ?? "",
        values: reader.node("value").map { self.values($0, kinds, unread: unread) } ?? [:],
        kinds: kinds)
    }
  }

  private func checkName(_ name: String, at origin: PackIssue.Origin) {
    let isName = name.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
    }
    guard !isName || name.first?.isLowercase != true else { return }
    log.report(at: origin, "'\(name)' can't be read by rules", help: "name it like minutesPerWeek")
  }

  /// The kinds of the parts; that of a parameter without parts stands under an empty name.
  private func kinds(_ node: YAMLNode?) -> [String: ParameterKind] {
    if let kind = ParameterKind(rawValue: node?.scalar ?? "") { return ["": kind] }
    var kinds: [String: ParameterKind] = [:]
    for (part, value) in node?.entries ?? [] {
      guard let name = part.scalar else { continue }
      checkName(name, at: part.origin)
      kinds[name] = ParameterKind(rawValue: value.scalar ?? "")
    }
    return kinds
  }

  private func values(
    _ node: YAMLNode, _ kinds: [String: ParameterKind], unread: Set<String>
  ) -> [String: Value] {
    if log.reportMixedKeys(of: node, calendar: time.calendar) { return [:] }
    if let kind = kinds[""] { return value(node, kind).map { ["": $0] } ?? [:] }
    guard !kinds.isEmpty else { return [:] }
    guard let entries = node.entries else {
      let parts = kinds.keys.sorted()
      log.report(
        at: node.origin,
        "the value must be a mapping with the parts \(parts.joined(separator: ", ")), not \(node.kind)"
      )
      return [:]
    }
    if let year = entries.first(where: { $0.key.helpForYear != nil })?.key {
      log.report(
        at: year.origin, "unknown part of the value '\(year.scalar ?? "")'", help: year.helpForYear)
      return [:]
    }
    var values: [String: Value] = [:]
    var misspelt: Set<String> = []
    for (key, part) in entries {
      let name = key.scalar ?? ""
      if let kind = kinds[name] {
        values[name] = value(part, kind)
      } else if !unread.contains(name) {
        log.reportUnknown("part of the value", name, at: key.origin, among: kinds.keys)
        misspelt.formUnion(nearest(to: name, among: kinds.keys).map { [$0] } ?? [])
      }
    }
    reportMissingParts(of: kinds, in: node, besides: misspelt)
    return values
  }

  private func reportMissingParts(
    of kinds: [String: ParameterKind], in node: YAMLNode, besides misspelt: Set<String>
  ) {
    let there = (node.entries ?? []).compactMap(\.key.scalar)
    let names = node.unread.union(node.ended).union(misspelt).union(there)
    for name in kinds.keys.sorted() where !names.contains(name) {
      log.report(
        at: node.origin, "the part '\(name)' is missing",
        help: "give it a value, or take it out of 'kind'")
    }
  }

  private func value(_ node: YAMLNode, _ kind: ParameterKind) -> Value? {
    if node.isNothing {
      log.report(at: node.origin, "nothing stands here, where the value is \(kind.words)")
      return nil
    }
    if kind == .texts {
      if let elements = node.elements { return .list(elements.map { .string($0.scalar ?? "") }) }
    } else if let text = node.scalar, let value = kind.value(of: text) {
      return value
    }
    log.report(
      at: node.origin, "the value must be \(kind.words), not '\(node.scalar ?? node.kind)'",
      help: node.entries?.lazy.compactMap(\.key.helpForYear).first)
    return nil
  }
}

extension ParameterKind {
  /// Returns the value that a text stands for, or nil where it stands for none of the kind.
  fileprivate func value(of text: String) -> Value? {
    switch self {
    case .wholeNumber: Int64(text).map { .int($0) }
    case .decimal: Double(text).flatMap { $0.isFinite ? .double($0) : nil }
    case .text: .string(text)
    case .flag: ["true": true, "false": false][text].map { .bool($0) }
    case .day: CalendarDay(isoText: text).map { .timestamp(Timestamp($0)) }
    case .texts: nil
    }
  }

  fileprivate var words: String {
    switch self {
    case .wholeNumber: "a whole number"
    case .decimal: "a number"
    case .text: "a text"
    case .day: "a day such as 2026-06-15"
    case .flag: "true or false"
    case .texts: "a list of texts"
    }
  }

  /// The type of the values in rules.
  var valueType: ValueType {
    switch self {
    case .wholeNumber: .int
    case .decimal: .double
    case .text: .string
    case .day: .timestamp
    case .flag: .bool
    case .texts: .list(.string)
    }
  }
}

extension Timestamp {
  /// The day at midnight UTC, as rules see days.
  package init(_ day: CalendarDay) {
    self.init(daysSince1970: Int64(day.ordinal - CalendarDay.epochOrdinal))
  }
}
