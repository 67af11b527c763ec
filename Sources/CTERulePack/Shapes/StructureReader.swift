import CEL
import CTEModel

/// Holds files against their shapes, and puts in the place of every dated value the one that is in force.
///
/// Whatever it returns has only keys that the shape knows, each with the kind of content that it asks for.
struct StructureReader {
  let time: LoadingTime
  /// The pack that is loaded; what it extends may cover other years.
  let pack: String
  let log: IssueLog
  /// Whether what is read can't differ by year.
  var isConstant = false

  /// Returns what stands at a place as its shape wants it, or nil where nothing of use stands there.
  func read(_ node: YAMLNode, as content: ShapeContent, of name: String) -> YAMLNode? {
    guard let entries = datedEntries(of: node, as: content) else {
      return plain(node, as: content, of: name)
    }
    guard entries.count == node.entries?.count else {
      if content.hasFreeKeys || isConstant { return plain(node, as: content, of: name) }
      log.reportMixedKeys(of: node, calendar: time.calendar)
      return nil
    }
    if isConstant {
      log.report(
        at: node.origin, "'\(name)' can't differ by year",
        help: "write what holds in all years, without a year above it")
      return nil
    }
    reportYearsNeverReached(entries)
    reportSameDays(entries)
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
    guard entries.contains(where: { $0.key.scalar?.utf8.first.map { $0 &- 0x30 <= 9 } == true })
    else { return nil }
    let dated = entries.compactMap { key, value in
      DatedKey(key, calendar: time.calendar).map { (key, $0, value) }
    }
    return dated.isEmpty ? nil : dated
  }

  private func reportYearsNeverReached(_ entries: [DatedEntry]) {
    let lastYear = max(time.covered.upperBound, time.year)
    let lastDay = time.calendar.days(of: lastYear).upperBound
    for (key, dated, _) in entries where dated.firstDay > lastDay && key.origin.pack == pack {
      log.report(
        at: key.origin,
        "nobody ever reaches \(key.scalar ?? ""): the pack ends with \(time.covered.upperBound)",
        help: "correct the year, or extend 'years' in pack.yaml")
    }
  }

  /// Reports a day and a year that begins with it, of which one would be lost.
  private func reportSameDays(_ entries: [DatedEntry]) {
    var keys: [CalendarDay: YAMLNode] = [:]
    for (key, dated, _) in entries {
      guard let first = keys.updateValue(key, forKey: dated.firstDay) else { continue }
      let (day, year) = dated.year == nil ? (key, first) : (first, key)
      log.report(
        at: key.origin, "\(day.scalar ?? "") is the first day of \(year.scalar ?? "")",
        help: "keep one of them")
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
    case .shape(let shape): return mapping(node, shape, of: name)
    case .names(let kind, let value): return names(node, kind, value, of: name)
    case .either(let contents): return either(node, contents, of: name)
    case .anything: return anything(node, of: name)
    }
  }

  private func anything(_ node: YAMLNode, of name: String) -> YAMLNode? {
    switch node.content {
    case .scalar: node
    case .sequence: list(node, of: .anything, name)
    case .mapping: names(node, .own("part"), .anything, of: name)
    }
  }

  private func scalar(_ node: YAMLNode, of name: String) -> YAMLNode? {
    if node.scalar != nil { return node }
    log.report(at: node.origin, "'\(name)' is a text, not \(node.kind)")
    return nil
  }

  private func text(_ node: YAMLNode, of name: String) -> YAMLNode? {
    if let cut = node.cut {
      log.report(
        at: cut, "the '\(name)' ends here: '#' after a blank begins a comment",
        help: "put quotes around the text, or a blank after the '#' of a comment")
      return nil
    }
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
    var known: [YAMLNode] = []
    for (place, entry) in elements.enumerated() {
      guard let value = noting("\(place)", in: &node, { read(entry, as: element, of: name) })
      else { continue }
      known.append(value)
    }
    node.content = .sequence(known)
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
    _ node: YAMLNode, _ kind: ShapeContent.NameKind, _ value: ShapeContent, of name: String
  ) -> YAMLNode? {
    guard let entries = node.entries else { return refuse(node, name) }
    if case .own(let what) = kind, case .shape(let shape) = value, isUnnamed(entries, shape) {
      log.report(
        at: node.origin, "the \(what) has no name",
        help: "write its name and a colon above, and its keys beneath, indented")
      return nil
    }
    var node = node
    var known: [(key: YAMLNode, value: YAMLNode)] = []
    for entry in entries {
      let name = entry.key.scalar ?? ""
      guard let value = noting(name, in: &node, { read(entry.value, as: value, of: name) })
      else { continue }
      known.append((entry.key, value))
    }
    node.content = .mapping(known)
    return node
  }

  /// Whether the keys of an entry stand where its name should.
  private func isUnnamed(_ entries: [(key: YAMLNode, value: YAMLNode)], _ shape: Shape) -> Bool {
    shape.keys.filter(\.isRequired).allSatisfy { key in
      entries.contains { $0.key.scalar == key.name && $0.value.entries?.isEmpty != false }
    }
  }

  /// Reads a part of a node, and notes where something stands in it that is of no use.
  private func noting(
    _ name: String, in node: inout YAMLNode, _ read: () -> YAMLNode?
  ) -> YAMLNode? {
    let count = log.issues.count
    let value = read()
    if value == nil {
      if log.issues.count > count { node.unread.insert(name) } else { node.ended.insert(name) }
    }
    return value
  }

  private func refuse(_ node: YAMLNode, _ name: String, such keys: [String] = []) -> YAMLNode? {
    log.report(
      at: node.origin, "'\(name)' is a mapping of keys to values, not \(node.kind)",
      help: keys.first.map { "write its keys beneath it, such as '\($0): …'" })
    return nil
  }

  // MARK: - Mappings

  private func mapping(_ node: YAMLNode, _ shape: Shape, of name: String) -> YAMLNode? {
    guard let entries = node.entries else {
      return refuse(node, name, such: shape.keys.filter(\.isRequired).map(\.name))
    }
    var node = node
    let names = Set(entries.compactMap(\.key.scalar))
    var known: [(key: YAMLNode, value: YAMLNode)] = []
    for entry in entries {
      guard let key = shape.key(entry.key.scalar ?? "") else {
        // A key that was misspelt is there; that it is missing would be said twice.
        if let meant = reportUnknown(entry.key, in: shape, beside: names) {
          node.unread.insert(meant)
        }
        continue
      }
      guard let value = noting(key.name, in: &node, { read(entry.value, at: key) }) else {
        continue
      }
      known.append((entry.key, value))
    }
    // Where a year was meant, the keys stand beneath it.
    let isByYear = entries.contains { $0.key.helpForYear != nil }
    for key in shape.keys
    where !isByYear && key.isRequired && !names.contains(key.name) && !node.unread.contains(key.name) {
      log.report(at: node.origin, "the key '\(key.name)' is missing")
    }
    for (key, value) in entries where node.ended.contains(key.scalar ?? "") {
      guard let key = shape.key(key.scalar ?? ""), key.isRequired, !key.content.mayEnd else {
        continue
      }
      log.report(
        at: value.origin, "the key '\(key.name)' has no value in \(time.year)",
        help: "give it one from \(time.covered.lowerBound) on")
    }
    node.content = .mapping(known)
    return node
  }

  private func read(_ node: YAMLNode, at key: Shape.Key) -> YAMLNode? {
    guard node.isNothing, !key.content.mayBeNothing else {
      var reader = self
      reader.isConstant = key.isConstant
      return reader.read(node, as: key.content, of: key.name)
    }
    log.report(
      at: node.origin, "nothing stands at '\(key.name)'",
      help: key.content.words.map { "it is one of \($0.joined(separator: ", "))" }
        ?? (key.isRequired ? nil : "say something there, or leave the key out"))
    return nil
  }

  /// Reports a key that the shape doesn't know, and returns the one that may have been meant.
  private func reportUnknown(
    _ key: YAMLNode, in shape: Shape, beside others: Set<String>
  ) -> String? {
    let name = key.scalar ?? ""
    let names = shape.keys.map(\.name)
    let meant = nearest(to: name, among: names.filter { !others.contains($0) })
    let known =
      others.first { $0.lowercased() == name.lowercased() && $0 != name }
      .map { "'\($0)' stands here already" }
      ?? "the keys here are \(names.sorted().joined(separator: ", "))"
    log.report(
      at: key.origin, "unknown key '\(name)'",
      help: key.helpForYear ?? meant.map { "did you mean '\($0)'?" } ?? known)
    return meant
  }
}

extension ShapeContent {
  /// The words of which one must stand there.
  fileprivate var words: [String]? {
    switch self {
    case .choice(let words): words
    case .flag: ["true", "false"]
    default: nil
    }
  }

  /// Whether its keys are the author's own, so that one may look like a year.
  fileprivate var hasFreeKeys: Bool {
    switch self {
    case .names, .anything: true
    case .either(let contents): contents.contains { $0.hasFreeKeys }
    default: false
    }
  }

  /// Whether an empty text is one, or whoever reads the value says what must stand there.
  fileprivate var mayBeNothing: Bool {
    switch self {
    case .value, .anything: true
    default: false
    }
  }

  /// Whether nothing at all may be in force; a rule that reads a parameter without a value doesn't apply.
  fileprivate var mayEnd: Bool {
    if case .anything = self { true } else { false }
  }

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

extension IssueLog {
  /// Reports a mapping in which years stand beside other keys, and returns whether it is one.
  @discardableResult
  func reportMixedKeys(of node: YAMLNode, calendar: FiscalCalendar) -> Bool {
    let keys = (node.entries ?? []).map(\.key)
    guard let year = keys.first(where: { DatedKey($0, calendar: calendar) != nil }),
      let other = keys.first(where: { DatedKey($0, calendar: calendar) == nil })
    else { return false }
    report(
      at: other.origin,
      "'\(other.scalar ?? "")' is no year, but stands beside \(year.scalar ?? "")",
      help: other.helpForYear
        ?? "where a value changes by year, all its keys are years such as 2026, or days in them")
    return true
  }
}
