import Foundation
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
    guard let first = reader.text("first").flatMap({ CalendarDay(packText: $0) }),
      let last = reader.text("last").flatMap({ CalendarDay(packText: $0) })
    else { return nil }
    if first <= last { return first...last }
    log.report(at: reader.origin, "the last day, \(last), comes before the first, \(first)")
    return nil
  }

  /// Reads the `index.yaml` of the lists that ship with the pack.
  func lists(formats: [String: ImportFormat]) -> [PackList] {
    PackFileKind.listFolders.compactMap { folder in
      files.file("\(folder)/index").flatMap { list(folder, $0, formats: formats) }
    }
  }

  private func list(
    _ name: String, _ file: PackFiles.File, formats: [String: ImportFormat]
  ) -> PackList? {
    let reader = MappingReader(file.root, log: log)
    checkSource(reader)
    guard let formatNode = reader.node("format"), checkFormat(formatNode, isAmong: formats) else {
      return nil
    }
    if formats[formatNode.scalar ?? ""]?.isTrusted == false {
      log.report(
        at: formatNode.origin, "the format of a list is one with 'trust: loaded'",
        help: "what ships with a pack was judged before")
    }
    guard let node = reader.node("file"), let csv = node.scalar else { return nil }
    let path = "\(name)/\(csv)"
    guard !csv.contains("/"), ![".", ".."].contains(csv) else {
      log.report(
        at: node.origin, "the file lies right in \(name)/, so '\(csv)' is no name of one",
        help: "name the file without a folder")
      return nil
    }
    guard let url = files.url(of: path, in: file.pack) else {
      log.reportUnknown(
        "file", csv, at: node.origin, among: files.names(in: name, of: file.pack),
        otherwise: "the file lies beside index.yaml, in \(name)/")
      return nil
    }
    return PackList(
      name: name, summary: reader.text("summary") ?? "", file: url.path,
      path: "\(file.pack)/\(path)",
      format: formatNode.scalar ?? "", isPartial: reader.text("coverage") == "partial")
  }

  /// Returns whether a name is that of a format, after reporting that it isn't.
  @discardableResult
  private func checkFormat(_ node: YAMLNode, isAmong formats: [String: ImportFormat]) -> Bool {
    let name = node.scalar ?? ""
    if formats[name] != nil { return true }
    if !files.unreadableNames(in: "formats").contains(name) {
      log.reportUnknown("format", name, at: node.origin, among: formats.keys)
    }
    return false
  }
}
