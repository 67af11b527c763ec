import CEL
import CTEModel

// What stands at a place, by the kind that its shape asks for.
extension StructureReader {
  func plain(_ node: YAMLNode, as content: ShapeContent, of name: String) -> YAMLNode? {
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

  func anything(_ node: YAMLNode, of name: String) -> YAMLNode? {
    switch node.content {
    case .scalar: node
    case .sequence: list(node, of: .anything, name)
    case .mapping: names(node, .own("part"), .anything, of: name)
    }
  }

  func scalar(_ node: YAMLNode, of name: String) -> YAMLNode? {
    if node.scalar != nil { return node }
    log.report(at: node.origin, "'\(name)' must be a text, not \(node.kind)")
    return nil
  }

  func text(_ node: YAMLNode, of name: String) -> YAMLNode? {
    if let cut = node.cut {
      log.report(
        at: cut, "the '\(name)' ends here: '#' after a blank begins a comment",
        help: "put quotes around the text, or a blank after the '#' of a comment")
      return nil
    }
    if let text = node.scalar, !text.isEmpty, !node.isNothing { return node }
    log.report(
      at: node.origin, "'\(name)' must be a text, not \(node.kind)",
      help: looksLikeTemplate(node) ? "put quotes around a text that begins with a brace" : nil)
    return nil
  }

  /// A text that begins with `{student}` is a mapping to YAML.
  func looksLikeTemplate(_ node: YAMLNode) -> Bool {
    node.entries?.allSatisfy(\.value.isNothing) ?? false
  }

  func choice(_ node: YAMLNode, among words: [String], of name: String) -> YAMLNode? {
    if let word = node.scalar, words.contains(word) { return node }
    let found = node.scalar ?? node.kind
    log.report(
      at: node.origin, "'\(name)' must be one of \(words.joined(separator: ", ")), not '\(found)'",
      help: nearest(to: found, among: words).map { "did you mean '\($0)'?" })
    return nil
  }

  func number(_ node: YAMLNode, in range: ClosedRange<Int>, of name: String) -> YAMLNode? {
    guard let number = node.scalar.flatMap({ Int($0) }) else {
      let found = node.scalar ?? node.kind
      log.report(at: node.origin, "'\(name)' must be a whole number, not '\(found)'")
      return nil
    }
    if range.contains(number) { return node }
    log.report(
      at: node.origin,
      "'\(name)' must be a number from \(range.lowerBound) to \(range.upperBound), not \(number)")
    return nil
  }

  func day(_ node: YAMLNode, of name: String) -> YAMLNode? {
    if CalendarDay(isoText: node.scalar ?? "") != nil { return node }
    let found = node.scalar ?? node.kind
    log.report(at: node.origin, "'\(name)' must be a day such as 2026-06-15, not '\(found)'")
    return nil
  }

  func monthDay(_ node: YAMLNode, of name: String) -> YAMLNode? {
    if FiscalCalendar(packText: node.scalar ?? "") != nil { return node }
    let found = node.scalar ?? node.kind
    log.report(at: node.origin, "'\(name)' must be a month and day such as 07-01, not '\(found)'")
    return nil
  }

  func list(_ node: YAMLNode, of element: ShapeContent, _ name: String) -> YAMLNode? {
    guard let elements = node.elements else {
      log.report(at: node.origin, "'\(name)' must be a list, not \(node.kind)")
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
  func either(
    _ node: YAMLNode, _ contents: [ShapeContent], of name: String
  ) -> YAMLNode? {
    let fitting = contents.first { $0.fits(node) } ?? contents[0]
    return plain(node, as: fitting, of: name)
  }
}
