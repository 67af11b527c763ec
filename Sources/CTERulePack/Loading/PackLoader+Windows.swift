import CTEModel

extension PackLoader {
  /// Reads `windows.yaml`.
  func windows(formats: [String: ImportFormat]) -> [Window] {
    entries(of: "windows").map { name, key, value in
      let reader = MappingReader(value, log: log)
      checkSource(reader)
      if let formats = reader.node("formats"), formats.elements?.isEmpty == true,
        formats.unread.isEmpty
      {
        log.report(at: formats.origin, "'formats' names no format")
      }
      for node in reader.elements("formats") {
        checkFormat(node, isAmong: formats)
      }
      return Window(
        id: RuleID("\(key.origin.pack):window/\(name)"), summary: reader.text("summary") ?? "",
        formats: Set(reader.texts("formats")), isEnforced: reader.flag("enforce") ?? false,
        open: reader.elements("open").compactMap { period(MappingReader($0, log: log)) })
    }
  }

  private func period(_ reader: MappingReader) -> ClosedRange<CalendarDay>? {
    guard let first = reader.text("first").flatMap({ CalendarDay(isoText: $0) }),
      let last = reader.text("last").flatMap({ CalendarDay(isoText: $0) })
    else { return nil }
    if first <= last { return first...last }
    log.report(at: reader.origin, "the last day, \(last), comes before the first, \(first)")
    return nil
  }

  /// Returns whether a name is that of a format, after reporting that it isn't.
  @discardableResult
  func checkFormat(_ node: YAMLNode, isAmong formats: [String: ImportFormat]) -> Bool {
    let name = node.scalar ?? ""
    if formats[name] != nil { return true }
    if !files.unreadableNames(in: "formats").contains(name) {
      log.reportUnknown("format", name, at: node.origin, among: formats.keys)
    }
    return false
  }
}
