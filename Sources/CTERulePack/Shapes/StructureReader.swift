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
}

extension ShapeContent {
  /// The words of which one must stand there.
  var words: [String]? {
    switch self {
    case .choice(let words): words
    case .flag: ["true", "false"]
    default: nil
    }
  }

  /// Whether its keys are the author's own, so that one may look like a year.
  var hasFreeKeys: Bool {
    switch self {
    case .names, .anything: true
    case .either(let contents): contents.contains { $0.hasFreeKeys }
    default: false
    }
  }

  /// Whether an empty text is one, or whoever reads the value says what must stand there.
  var mayBeNothing: Bool {
    switch self {
    case .value, .anything: true
    default: false
    }
  }

  /// Whether nothing at all may be in force; a rule that reads a parameter without a value doesn't apply.
  var mayEnd: Bool {
    if case .anything = self { true } else { false }
  }

  /// Whether the content is of the kind that stands at a place: a text, a list or a mapping.
  func fits(_ node: YAMLNode) -> Bool {
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
  func inForce(since key: YAMLNode) -> YAMLNode {
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
