import CTEModel
import Foundation

extension PackLoader {
  /// Reads the fixtures of `tests/`.
  ///
  /// - Parameter checks: The checks of cells, which fixtures name beside rules.
  func fixtures(formats: [String: ImportFormat], checks: [RuleID]) -> [Fixture] {
    let names = RuleNames(files: files, covered: time.covered).shortNames + checks.map(\.name)
    return files.files(in: "tests").compactMap { file in
      FixtureReader(loader: self, file: file, formats: formats, ruleNames: Set(names)).fixture()
    }
  }
}

/// Reads one fixture.
private struct FixtureReader {
  let loader: PackLoader
  let file: PackFiles.File
  let formats: [String: ImportFormat]
  let ruleNames: Set<String>

  private var isOfYear: Bool { file.root["year"]?.scalar == loader.time.year.description }

  /// The fixture's folder within its pack.
  private var folder: String { String(file.path.dropLast("/expect".count)) }

  func fixture() -> Fixture? {
    let reader = MappingReader(file.root, log: loader.log)
    guard let year = reader.number("year"),
      let today = reader.text("today").flatMap({ CalendarDay(isoText: $0) })
    else { return nil }
    if !loader.time.covered.contains(FiscalYear(year)) {
      loader.log.report(at: reader.origin(of: "year"), "the pack doesn't cover \(year)")
    }
    return Fixture(
      name: String(folder.dropFirst("tests/".count)), year: FiscalYear(year), today: today,
      reference: reader.elements("reference").compactMap(self.file),
      files: reader.elements("files").compactMap(triedFile),
      silent: reader.elements("silent").compactMap { node in
        node["rule"].flatMap { rule in
          ruleName(rule).map { .init(rule: $0, origin: rule.origin) }
        }
      }, origin: reader.origin)
  }

  private func file(_ node: YAMLNode) -> Fixture.File? {
    guard let nameNode = node["file"], let name = nameNode.scalar, let format = node["format"],
      let formatName = format.scalar
    else { return nil }
    if formats[formatName] == nil {
      loader.log.reportUnknown("format", formatName, at: format.origin, among: formats.keys)
      return nil
    }
    guard let url = url(of: name) else {
      loader.log.reportUnknown(
        "file", name, at: nameNode.origin,
        among: loader.files.names(in: folder, of: file.pack))
      return nil
    }
    return Fixture.File(path: url.path, name: name, format: formatName, origin: node.origin)
  }

  /// Returns where a file lies, unless it isn't there or lies outside of the pack's tests.
  private func url(of name: String) -> URL? {
    var parts = folder.split(separator: "/").map(String.init)
    for part in name.split(separator: "/", omittingEmptySubsequences: false).map(String.init) {
      switch part {
      case "", ".": continue
      case "..": parts = parts.dropLast()
      default: parts.append(part)
      }
    }
    guard parts.first == "tests" else { return nil }
    return loader.files.url(of: parts.joined(separator: "/"), in: file.pack)
  }

  /// Returns the name of a rule or a check of cells, or nil after reporting that it is none.
  private func ruleName(_ node: YAMLNode) -> String? {
    let name = node.scalar ?? ""
    if ruleNames.contains(name) { return name }
    // A rule whose file can't be read may well have the name.
    guard !loader.files.unreadableNames(in: "rules").contains(name) else { return nil }
    if loader.files.unwanted.contains("rules/\(name)") {
      loader.log.report(
        at: node.origin, "the rule '\(name)' is dropped by 'without', so it finds nothing",
        help: "take it out here")
    } else {
      loader.log.reportUnknown("rule", name, at: node.origin, among: ruleNames)
    }
    return nil
  }

  private func triedFile(_ node: YAMLNode) -> Fixture.TriedFile? {
    file(node).map { file in
      Fixture.TriedFile(
        file: file, access: node["access"].map { AccessPart.parts($0, loader.log) },
        counts: (node["counts"]?.entries ?? []).map { key, value in
          (key.scalar ?? "", Int(value.scalar ?? "") ?? 0, value.origin)
        },
        findings: (node["findings"]?.elements ?? []).compactMap { finding($0, of: file.format) })
    }
  }

  private func finding(_ node: YAMLNode, of format: String) -> Fixture.ExpectedFinding? {
    guard let row = node["row"]?.scalar.flatMap({ Int($0) }), let columnNode = node["column"],
      let column = columnNode.scalar, let rule = node["rule"].flatMap(ruleName)
    else { return nil }
    // The formats are those of the year for which the pack is loaded.
    let titles = formats[format]?.columns.flatMap(\.titles) ?? []
    // What stands beyond the last title has none.
    if isOfYear, !column.isEmpty, !titles.contains(column) {
      loader.log.reportUnknown("column", column, at: columnNode.origin, among: titles)
    }
    return .init(
      row: row, column: column, rule: rule, expected: node["expected"]?.scalar, origin: node.origin)
  }
}
