public import CTEModel
import Foundation

extension RulePack {
  /// Loads a pack for a fiscal year.
  ///
  /// - Parameters:
  ///   - pack: The name of a pack of the library, or the path of a pack's folder.
  ///   - year: The fiscal year whose values hold.
  ///   - day: The day within the year up to which changes are in force; nil for all of the year's.
  ///   - library: Where packs, and the packs that they extend, are found.
  /// - Throws: `PackIssues` with every mistake in the pack.
  public static func load(
    _ pack: String, year: FiscalYear, on day: CalendarDay? = nil, from library: PackLibrary
  ) throws(PackIssues) -> RulePack {
    let log = IssueLog()
    let files = PackFiles(of: pack, in: library, log: log)
    let loaded = PackLoader(files, year: year, on: day, log: log)?.load()
    guard var loaded, log.issues.isEmpty else { throw PackIssues(log.issues) }
    loaded.origin = Origin(pack: pack, library: library, folders: files.folders.map(\.url))
    return loaded
  }

  /// Where a pack was found.
  struct Origin: Sendable {
    let pack: String
    let library: PackLibrary
    /// The folders of the pack and of all that it extends.
    let folders: [URL]
  }

  /// Returns the pack as it is in another year.
  ///
  /// - Throws: `PackIssues` where it doesn't cover the year, or wasn't loaded from a library.
  package func inYear(_ year: FiscalYear) throws(PackIssues) -> RulePack {
    guard let origin else { throw PackIssues([]) }
    return try .load(origin.pack, year: year, from: origin.library)
  }
}

/// Turns the files of a pack into the pack.
struct PackLoader {
  let files: PackFiles
  let log: IssueLog
  let time: LoadingTime
  /// The documents that facts may come from.
  let sources: Set<String>
  let manifest: PackFiles.File

  /// Holds the files against their shapes. Nothing comes of a pack whose head can't be read.
  init?(_ files: PackFiles, year: FiscalYear, on day: CalendarDay?, log: IssueLog) {
    guard let head = files.manifests.last else { return nil }
    time = LoadingTime(manifests: files.manifests, year: year, on: day)
    let reader = StructureReader(time: time, pack: head.pack, log: log)
    var files = files
    files.replaceRoots { file, kind in
      var reader = reader
      reader.isConstant = kind == .pack
      return reader.read(file.root, as: kind.content, of: file.name)
    }
    self.files = files
    self.log = log
    manifest = files.manifests.last ?? head
    sources = files.manifests.compactMap { $0.root["sources"] }.reduce(into: []) {
      $0.formUnion(($1.entries ?? []).compactMap(\.key.scalar))
      $0.formUnion($1.unread)
    }
  }

  /// Returns the pack, or nil where one that it extends wasn't found, so that nobody knows what is defined.
  func load() -> RulePack? {
    guard files.isWhole else { return nil }
    let head = MappingReader(manifest.root, log: log)
    let schemes = identifierSchemes()
    let codeLists = codeLists()
    let parameters = parameters()
    let names = RuleNames(files: files, covered: time.covered)
    let records = recordDefinitions(schemes: schemes, codeLists: codeLists, rules: names)
    let language = PackLanguage(
      codeLists: codeLists, parameters: parameters, knowsParameters: knowsParameters)
    let rules = rules(named: names, records: records, language: language)
    let formats = formats(schemes: schemes, records: records, language: language)
    checkYears(head)
    return RulePack(
      name: manifest.pack, title: head.text("title") ?? manifest.pack,
      version: head.text("version") ?? "", isBase: head.flag("base") ?? false,
      years: time.covered, year: time.year, calendar: time.calendar, schemes: schemes.all,
      codeLists: codeLists, parameters: parameters, records: records, formats: formats,
      rules: rules, windows: windows(formats: formats),
      roles: roles(formats: formats, records: records), lists: lists(formats: formats),
      language: language)
  }

  /// The most years that a pack covers; whoever checks it checks each.
  static let maximumYears = 100

  private func checkYears(_ head: MappingReader) {
    guard let years = head.mapping("years"), let first = years.number("first"),
      let last = years.number("last")
    else { return }
    if first > last {
      log.report(
        at: years.origin, "the last year, \(last), comes before the first, \(first)")
    } else if last - first >= Self.maximumYears {
      log.report(
        at: years.origin, "a pack covers at most \(Self.maximumYears) years",
        help: "correct the first or the last")
    } else if !(first...last).contains(time.year.number) {
      log.report(
        at: years.origin, "the pack doesn't cover \(time.year)",
        help: "it covers \(first) to \(last)")
    }
  }

  /// The entries of a file that has nothing but names at its root.
  func entries(of path: String) -> [(name: String, key: YAMLNode, value: YAMLNode)] {
    files.file(path).map { MappingReader($0.root, log: log).all } ?? []
  }

  /// Reports a source that begins with no document that the pack names.
  func checkSource(_ reader: MappingReader) {
    guard let node = reader.node("source"), let text = node.scalar else { return }
    let document = text.sourceDocument
    let isKnown =
      !files.unreadable.contains("pack") && manifest.root.unread.isDisjoint(with: ["sources"])
    if isKnown, !sources.contains(document) {
      log.reportUnknown(
        "source", document, at: ScalarPlaces(node).origin(line: 1, column: 1), among: sources,
        otherwise: "name the document under 'sources' in pack.yaml")
    }
  }
}

extension LoadingTime {
  /// The time as the heads of a pack and of what it extends say it, before they are held against their shape.
  fileprivate init(manifests: [PackFiles.File], year: FiscalYear, on day: CalendarDay?) {
    let years = manifests.last?.root["years"]
    let first = years?["first"]?.possibleYear ?? year.number
    let last = years?["last"]?.possibleYear ?? year.number
    let begins = manifests.compactMap { $0.root["fiscalYear"]?["begins"]?.scalar }.last
    self.init(
      year: year, on: day, calendar: begins.flatMap { FiscalCalendar(packText: $0) } ?? .july,
      covered: FiscalYear(first)...FiscalYear(max(first, last)))
  }
}

extension YAMLNode {
  /// The year that stands there, or nil where none does; that is reported when the file is held against its shape.
  var possibleYear: Int? {
    scalar.flatMap { Int($0) }.flatMap { Shape.possibleYears.contains($0) ? $0 : nil }
  }
}

extension String {
  /// The name of the document with which a source begins, such as `manual` of `manual, 3`.
  var sourceDocument: String { String(prefix { $0 != "," && $0 != " " }) }
}
