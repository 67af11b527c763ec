public import CTEModel

extension RulePack {
  /// Loads a pack for a fiscal year.
  ///
  /// - Parameters:
  ///   - pack: The name of a pack of the library, or the path of a pack's folder.
  ///   - year: The fiscal year whose values hold.
  ///   - library: Where packs, and the packs that they extend, are found.
  /// - Throws: `PackIssues` with every mistake in the pack.
  public static func load(
    _ pack: String, year: FiscalYear, from library: PackLibrary
  ) throws(PackIssues) -> RulePack {
    let log = IssueLog()
    let files = PackFiles(of: pack, in: library, log: log)
    // What follows from a file that can't be read is not worth telling.
    guard log.issues.isEmpty else { throw PackIssues(log.issues) }
    let loaded = PackLoader(files: files, log: log).load(for: year)
    guard let loaded, log.issues.isEmpty else { throw PackIssues(log.issues) }
    return loaded
  }
}

/// Turns the files of a pack into the pack.
struct PackLoader {
  let files: PackFiles
  let log: IssueLog

  func load(for year: FiscalYear) -> RulePack? {
    guard let manifest = files.manifests.last else { return nil }
    let head = Manifest(manifest, log: log)
    let sources = Set(files.manifests.flatMap { Manifest($0, log: IssueLog()).sources })
    let schemes = identifierSchemes()
    let codeLists = codeLists()
    let names = RuleNames(files: files.files(in: "rules"))
    let records = recordDefinitions(schemes: schemes, codeLists: codeLists, rules: names)
    let rules = rules(named: names, records: records, sources: sources)
    let formats = formats(schemes: schemes, records: records)
    guard let years = head.years else { return nil }
    if !years.contains(year) {
      log.report(
        at: head.yearsOrigin, "the pack doesn't cover \(year)",
        help: "it covers \(years.lowerBound) to \(years.upperBound)")
    }
    return RulePack(
      name: manifest.pack, title: head.title, version: head.version, years: years, year: year,
      schemes: schemes, codeLists: codeLists, records: records, formats: formats, rules: rules)
  }
}

/// What `pack.yaml` says of the pack as a whole.
struct Manifest {
  let title: String
  let version: String
  let years: ClosedRange<FiscalYear>?
  let yearsOrigin: PackIssue.Origin
  let sources: [String]

  init(_ file: PackFiles.File, log: IssueLog) {
    let reader = MappingReader(file.root, log: log)
    title = reader.requiredText("title") ?? file.pack
    version = reader.requiredText("version") ?? ""
    for key in ["summary", "extends"] { _ = reader.text(key) }
    _ = reader.elements("without")
    let yearsNode = reader.node("years")
    yearsOrigin = yearsNode?.origin ?? file.root.origin
    years = yearsNode.flatMap { Self.years(MappingReader($0, log: log)) }
    if yearsNode == nil { log.report(at: file.root.origin, "the key 'years' is missing") }
    sources = (reader.mapping("sources")?.all ?? []).map { name, _, value in
      let source = MappingReader(value, log: log)
      for key in ["document", "published", "note"] { _ = source.text(key) }
      _ = source.requiredText("title")
      source.finish()
      return name
    }
    reader.finish()
  }

  private static func years(_ reader: MappingReader) -> ClosedRange<FiscalYear>? {
    let first = reader.number("first")
    let last = reader.number("last")
    reader.finish()
    guard let first, let last, first <= last, (1...9999).contains(first), (1...9999).contains(last)
    else {
      reader.log.report(
        at: reader.origin, "'years' has a first and a last year",
        help: "such as {first: 2021, last: 2022}")
      return nil
    }
    return FiscalYear(first)...FiscalYear(last)
  }
}
