import CEL
import CTEModel

/// Holds files against their shapes, and puts in the place of every dated value the one that is in force.
///
/// Whatever it returns has only keys that the shape knows, each with the kind of content that it asks for.
struct StructureReader {
  let time: LoadingTime
  let log: IssueLog

  /// Returns what stands at a place as its shape wants it, or nil where nothing of use stands there.
  func read(_ node: YAMLNode, as content: ShapeContent, of name: String) -> YAMLNode? {
    guard let entries = datedEntries(of: node, as: content) else {
      return plain(node, as: content, of: name)
    }
    reportYearsNeverReached(entries)
    var current: (start: CalendarDay, value: YAMLNode?)?
    for (key, dated, value) in entries {
      let value = value.isNothing ? nil : read(value, as: content, of: name)
      guard dated.firstDay <= time.day, current.map({ $0.start < dated.firstDay }) ?? true else {
        continue
      }
      current = (dated.firstDay, value.map { $0.inForce(since: key) })
    }
    return current?.value
  }

  private typealias DatedEntry = (key: YAMLNode, dated: DatedKey, value: YAMLNode)

  private func datedEntries(of node: YAMLNode, as content: ShapeContent) -> [DatedEntry]? {
    guard let entries = node.entries, !entries.isEmpty else { return nil }
    if case .names(let kind, _) = content, !kind.isDatable { return nil }
    // Most keys are names, which is told by their first sign.
    guard entries[0].key.scalar?.utf8.first.map({ $0 &- 0x30 <= 9 }) == true else { return nil }
    let dated = entries.compactMap { key, value in
      DatedKey(key, calendar: time.calendar).map { (key, $0, value) }
    }
    return dated.count == entries.count ? dated : nil
  }

  private func reportYearsNeverReached(_ entries: [DatedEntry]) {
    for (key, dated, _) in entries where (dated.year ?? time.year) > time.covered.upperBound {
      log.report(
        at: key.origin,
        "nobody ever reaches \(key.scalar ?? ""): the pack ends with \(time.covered.upperBound)",
        help: "correct the year, or extend 'years' in pack.yaml")
    }
  }

  // MARK: - Kinds of content

  private func plain(_ node: YAMLNode, as content: ShapeContent, of name: String) -> YAMLNode? {
    switch content {
    case .value: return scalar(node, of: name)
    case .text, .expression, .template, .reference: return text(node, of: name)
    case .flag: return choice(node, among: ["true", "false"], of: name)
    case .choice(let words): return choice(node, among: words, of: name)
    case .number(let range): return number(node, in: range, of: name)
    case .day: return day(node, of: name)
    case .monthDay: return monthDay(node, of: name)
    case .list(let element): return list(node, of: element, name)
    case .shape(let shape): return mapping(node, shape)
    case .names(let kind, let value): return names(node, kind, value)
    case .either(let contents): return either(node, contents, of: name)
    case .anything: return node
    }
  }

  private func scalar(_ node: YAMLNode, of name: String) -> YAMLNode? {
    if node.scalar != nil { return node }
    log.report(at: node.origin, "'\(name)' is a text, not \(node.kind)")
    return nil
  }

  private func text(_ node: YAMLNode, of name: String) -> YAMLNode? {
    if let text = node.scalar, !text.isEmpty, !node.isNothing { return node }
    log.report(
      at: node.origin, "'\(name)' is a text, not \(node.kind)",
      help: looksLikeTemplate(node) ? "put quotes around a text that begins with a brace" : nil)
    return nil
  }

  /// A text that begins with `{student}` is a mapping to YAML.
  private func looksLikeTemplate(_ node: YAMLNode) -> Bool {
    node.entries?.allSatisfy(\.value.isNothing) ?? false
  }

  private func choice(_ node: YAMLNode, among words: [String], of name: String) -> YAMLNode? {
    if let word = node.scalar, words.contains(word) { return node }
    let found = node.scalar ?? node.kind
    log.report(
      at: node.origin, "'\(name)' is one of \(words.joined(separator: ", ")), not '\(found)'",
      help: nearest(to: found, among: words).map { "did you mean '\($0)'?" })
    return nil
  }

  private func number(_ node: YAMLNode, in range: ClosedRange<Int>, of name: String) -> YAMLNode? {
    guard let number = node.scalar.flatMap({ Int($0) }) else {
      let found = node.scalar ?? node.kind
      log.report(at: node.origin, "'\(name)' is a whole number, not '\(found)'")
      return nil
    }
    if range.contains(number) { return node }
    log.report(
      at: node.origin,
      "'\(name)' is a number from \(range.lowerBound) to \(range.upperBound), not \(number)")
    return nil
  }

  private func day(_ node: YAMLNode, of name: String) -> YAMLNode? {
    if CalendarDay(packText: node.scalar ?? "") != nil { return node }
    let found = node.scalar ?? node.kind
    log.report(at: node.origin, "'\(name)' is a day such as 2026-06-15, not '\(found)'")
    return nil
  }

  private func monthDay(_ node: YAMLNode, of name: String) -> YAMLNode? {
    if FiscalCalendar(packText: node.scalar ?? "") != nil { return node }
    let found = node.scalar ?? node.kind
    log.report(at: node.origin, "'\(name)' is a month and day such as 07-01, not '\(found)'")
    return nil
  }

  private func list(_ node: YAMLNode, of element: ShapeContent, _ name: String) -> YAMLNode? {
    guard let elements = node.elements else {
      log.report(at: node.origin, "'\(name)' is a list, not \(node.kind)")
      return nil
    }
    var node = node
    node.content = .sequence(elements.compactMap { read($0, as: element, of: name) })
    return node
  }

  /// Of several contents, the one for what stands there is tried; where none is, the first says what it wants.
  private func either(
    _ node: YAMLNode, _ contents: [ShapeContent], of name: String
  ) -> YAMLNode? {
    let fitting = contents.first { $0.fits(node) } ?? contents[0]
    return plain(node, as: fitting, of: name)
  }

  private func names(
    _ node: YAMLNode, _ kind: ShapeContent.NameKind, _ value: ShapeContent
  ) -> YAMLNode? {
    guard let entries = node.entries else { return refuse(node) }
    var node = node
    node.content = .mapping(
      entries.compactMap { entry in
        read(entry.value, as: value, of: entry.key.scalar ?? "").map { (entry.key, $0) }
      })
    return node
  }

  private func refuse(_ node: YAMLNode) -> YAMLNode? {
    log.report(at: node.origin, "expected a mapping of keys to values, found \(node.kind)")
    return nil
  }

  // MARK: - Mappings

  private func mapping(_ node: YAMLNode, _ shape: Shape) -> YAMLNode? {
    guard let entries = node.entries else { return refuse(node) }
    var node = node
    var meant: Set<String> = []
    var known: [(key: YAMLNode, value: YAMLNode)] = []
    for entry in entries {
      guard let key = shape.key(entry.key.scalar ?? "") else {
        if let name = reportUnknown(entry.key, in: shape) { meant.insert(name) }
        continue
      }
      meant.insert(key.name)
      if let value = read(entry.value, as: key.content, of: key.name) {
        known.append((entry.key, value))
      }
    }
    // A key that was misspelt is there, so that it is missing would be said twice.
    for key in shape.keys where key.isRequired && !meant.contains(key.name) {
      log.report(at: node.origin, "the key '\(key.name)' is missing")
    }
    node.content = .mapping(known)
    return node
  }

  /// Reports a key that the shape doesn't know, and returns the one that may have been meant.
  private func reportUnknown(_ key: YAMLNode, in shape: Shape) -> String? {
    let name = key.scalar ?? ""
    let names = shape.keys.map(\.name)
    let meant = nearest(to: name, among: names)
    log.report(
      at: key.origin, "unknown key '\(name)'",
      help: meant.map { "did you mean '\($0)'?" }
        ?? "the keys here are \(names.sorted().joined(separator: ", "))")
    return meant
  }
}

extension ShapeContent {
  /// Whether the content is of the kind that stands at a place: a text, a list or a mapping.
  fileprivate func fits(_ node: YAMLNode) -> Bool {
    switch self {
    case .list: node.elements != nil
    case .shape, .names: node.entries != nil
    case .either(let contents): contents.contains { $0.fits(node) }
    case .anything: true
    default: node.scalar != nil
    }
  }
}

extension YAMLNode {
  /// The same, with the key from which on it is in force.
  fileprivate func inForce(since key: YAMLNode) -> YAMLNode {
    var node = self
    node.since = since ?? key.scalar
    return node
  }
}

extension FiscalCalendar {
  /// Reads the first day of fiscal years as packs write it, `mm-dd`.
  init?(packText text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let month = parts[0], let day = parts[1] else { return nil }
    self.init(month: month, day: day)
  }
}
