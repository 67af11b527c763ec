package import CEL
package import CTEModel

extension PackLoader {
  /// Reads `parameters.yaml`.
  func parameters() -> [Parameter] {
    entries(of: "parameters").map { name, key, value in
      let reader = MappingReader(value, log: log)
      checkSource(reader)
      checkName(name, at: key.origin)
      let kinds = kinds(reader.node("kind"))
      return Parameter(
        name: name, summary: reader.text("summary") ?? "", source: reader.text("source") ?? "",
        values: reader.node("value").map { values($0, kinds) } ?? [:], kinds: kinds)
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

  private func values(_ node: YAMLNode, _ kinds: [String: ParameterKind]) -> [String: Value] {
    if let kind = kinds[""] { return value(node, kind).map { ["": $0] } ?? [:] }
    guard !kinds.isEmpty else { return [:] }
    guard let entries = node.entries else {
      log.report(
        at: node.origin, "the value has the parts \(kinds.keys.sorted().joined(separator: ", "))")
      return [:]
    }
    var values: [String: Value] = [:]
    for (key, part) in entries {
      guard let name = key.scalar, let kind = kinds[name] else {
        log.reportUnknown("part of the value", key.scalar ?? "", at: key.origin, among: kinds.keys)
        continue
      }
      values[name] = value(part, kind)
    }
    return values
  }

  private func value(_ node: YAMLNode, _ kind: ParameterKind) -> Value? {
    if kind == .texts {
      if let elements = node.elements { return .list(elements.map { .string($0.scalar ?? "") }) }
    } else if let text = node.scalar, let value = kind.value(of: text) {
      return value
    }
    log.report(at: node.origin, "the value is \(kind.words), not '\(node.scalar ?? node.kind)'")
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
    case .day: CalendarDay(packText: text).map { .timestamp(Timestamp($0)) }
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
