package import CTEModel

/// A pack with all that its author has beside what is needed to use it: fixtures, names with their places.
package struct PackInspection: Sendable {
  package let pack: RulePack
  package let fixtures: [Fixture]
  package let index: PackIndex
  /// The days within the year from which on something else holds.
  package let changes: [CalendarDay]
  /// The names of schemes, code lists and documents that some file refers to.
  package let references: References

  /// The names that files refer to, by the key at which they stand.
  package struct References: Sendable {
    package let schemes: Set<String>
    package let codeLists: Set<String>
    package let sources: Set<String>
  }

  /// Loads a pack for a fiscal year, fixtures and all.
  ///
  /// - Parameters:
  ///   - day: The day within the year up to which changes are in force; nil for all of the year's.
  ///   - checks: The checks of cells, which fixtures name beside rules; nil to leave fixtures alone.
  /// - Throws: `PackIssues` with every mistake in the pack.
  package static func load(
    _ pack: String, year: FiscalYear, on day: CalendarDay? = nil, from library: PackLibrary,
    checks: [RuleID]? = nil
  ) throws(PackIssues) -> PackInspection {
    let log = IssueLog()
    var files = PackFiles(of: pack, in: library, log: log)
    if checks != nil { files.readFixtures(log: log) }
    let inspection = Self(files, year: year, on: day, checks: checks, log: log)
    guard let inspection, log.issues.isEmpty else { throw PackIssues(log.issues) }
    return inspection
  }

  /// Makes of files what can be made of them, and reports every mistake.
  init?(
    _ files: PackFiles, year: FiscalYear, on day: CalendarDay?, checks: [RuleID]?, log: IssueLog
  ) {
    guard let loader = PackLoader(files, year: year, on: day, log: log), let pack = loader.load()
    else { return nil }
    changes = files.changes(in: pack.calendar.days(of: year))
    self.pack = pack
    fixtures = loader.fixtures(formats: pack.formats, checks: checks ?? [])
    index = loader.index(raw: files)
    references = References(in: files)
  }

  /// Returns the years that a pack says it covers; the widest span there is where it doesn't say so rightly.
  package static func years(
    of pack: String, in library: PackLibrary
  ) throws(PackIssues) -> ClosedRange<FiscalYear> {
    let log = IssueLog()
    let files = PackFiles(of: pack, in: library, log: log)
    guard let years = files.manifests.last?.root["years"],
      let first = years["first"]?.possibleYear, let last = years["last"]?.possibleYear,
      first <= last, last - first < PackLoader.maximumYears
    else {
      // Loading for any year tells what is wrong.
      let year = FiscalYear(2026)
      _ = try RulePack.load(pack, year: year, from: library)
      return year...year
    }
    return FiscalYear(first)...FiscalYear(last)
  }
}

extension PackFiles {
  /// Returns the days that stand as keys of values, as far as they lie in a span, in their order.
  fileprivate func changes(in span: ClosedRange<CalendarDay>) -> [CalendarDay] {
    var days: Set<CalendarDay> = []
    func collect(_ node: YAMLNode) {
      for (key, value) in node.entries ?? [] {
        if !key.isQuoted, let day = CalendarDay(isoText: key.scalar ?? "") { days.insert(day) }
        collect(value)
      }
      node.elements?.forEach(collect)
    }
    for file in all { collect(file.root) }
    return days.filter(span.contains).sorted()
  }
}

extension PackInspection.References {
  init(in files: PackFiles) {
    var found: [String: Set<String>] = [:]
    func collect(_ node: YAMLNode) {
      for (key, value) in node.entries ?? [] {
        if let key = key.scalar, let text = value.scalar { found[key, default: []].insert(text) }
        collect(value)
      }
      node.elements?.forEach(collect)
    }
    for file in files.all { collect(file.root) }
    schemes = found["scheme"] ?? []
    codeLists = found["codes"] ?? []
    // A source may name a second document further on.
    sources = Set(
      (found["source"] ?? []).flatMap { $0.split { " ,;\"".contains($0) } }.map(String.init))
  }
}
