import CEL
import CTEModel

/// Reads one format.
struct FormatReader {
  let loader: PackLoader
  let schemes: [String: IdentifierScheme]
  let records: [RecordType: RecordDefinition]
  let log: IssueLog

  /// A column as it stands in the file, before the records that take it are known.
  struct ColumnEntry {
    let origin: PackIssue.Origin
    let fieldOrigin: PackIssue.Origin
    let column: FormatColumn
    let form: YAMLNode?
    /// The scheme where it differs from the field's.
    let scheme: IdentifierScheme?
    let values: MappingReader?
    let adds: Adds?

    typealias Adds = (word: String, text: String, otherwise: String?, origin: PackIssue.Origin)
  }

  func format(named name: String, in reader: MappingReader) -> ImportFormat {
    let header = reader.mapping("container")?.mapping("header")
    let matchesCase = header?.flag("matchCase") ?? true
    let entries = reader.elements("columns").map { column(MappingReader($0, log: log)) }
    if entries.isEmpty && reader.node("columns") != nil {
      log.report(at: reader.origin, "a format has at least one column under 'columns'")
    }
    checkTitles(entries, matchesCase: matchesCase)
    let (plans, kinds) = records(reader, entries)
    return ImportFormat(
      name: name, summary: reader.text("summary") ?? name, headerRow: header?.number("row") ?? 1,
      matchesCase: matchesCase,
      unknownColumns: reader.text("unknownColumns").flatMap { .init(rawValue: $0) } ?? .ignore,
      isTrusted: reader.node("trust") != nil, columns: entries.map(\.column), records: plans,
      rowKinds: kinds)
  }

  private func checkTitles(_ entries: [ColumnEntry], matchesCase: Bool) {
    var seen: Set<String> = []
    for entry in entries {
      for title in entry.column.titles
      where !seen.insert(matchesCase ? title : title.lowercased()).inserted {
        log.report(at: entry.origin, "the title '\(title)' stands for another column already")
      }
    }
  }

  private func column(_ reader: MappingReader) -> ColumnEntry {
    let titles = (reader.text("title").map { [$0] } ?? []) + reader.texts("titles")
    if titles.isEmpty { log.report(at: reader.origin, "a column has a 'title' or 'titles'") }
    let isIgnored = reader.flag("ignore") ?? false
    if isIgnored == (reader.node("field") != nil) {
      log.report(
        at: reader.origin,
        isIgnored ? "a column that is ignored has no 'field'" : "the key 'field' is missing",
        help: isIgnored ? nil : "write 'ignore: true' for a column that isn't kept")
    }
    return ColumnEntry(
      origin: reader.origin, fieldOrigin: reader.origin(of: "field"),
      column: FormatColumn(
        titles: titles, field: isIgnored ? nil : reader.text("field"),
        isRequired: reader.flag("required") ?? false),
      form: reader.node("form"), scheme: scheme(reader), values: reader.mapping("values"),
      adds: adds(reader))
  }

  private func adds(_ reader: MappingReader) -> ColumnEntry.Adds? {
    guard let word = reader.text("adds") else {
      for key in ["when", "otherwise"] {
        guard let node = reader.node(key) else { continue }
        log.report(at: node.origin, "'\(key)' goes with 'adds'")
      }
      return nil
    }
    if reader.node("when") == nil {
      log.report(at: reader.origin, "'adds' needs a 'when': the text that adds the word")
    }
    return (word, reader.text("when") ?? "", reader.text("otherwise"), reader.origin(of: "adds"))
  }

  private func scheme(_ reader: MappingReader) -> IdentifierScheme? {
    guard let name = reader.text("scheme") else { return nil }
    if schemes[name] == nil, !loader.files.unreadable.contains("identifiers") {
      log.reportUnknown("scheme", name, at: reader.origin(of: "scheme"), among: schemes.keys)
    }
    return schemes[name]
  }

  // MARK: - Records

  /// Reads what rows become: the same records each, or those of their kind.
  private func records(
    _ reader: MappingReader, _ entries: [ColumnEntry]
  ) -> (plans: [RecordPlan], kinds: [RowKind]) {
    var used: Set<String> = []
    var plans: [RecordPlan?] = []
    var kinds: [RowKind] = []
    if (reader.node("records") == nil) == (reader.node("rows") == nil) {
      log.report(at: reader.origin, "a format says under 'records' or 'rows' what its rows become")
    }
    for node in reader.elements("records") { plans.append(plan(node, entries, used: &used)) }
    let rows = reader.elements("rows").map { MappingReader($0, log: log) }
    for (place, row) in rows.enumerated() {
      let first = plans.count
      let made = row.node("records").map { $0.elements ?? [] } ?? []
      for node in made { plans.append(plan(node, entries, used: &used)) }
      if row.node("record") != nil { plans.append(plan(row, entries, used: &used)) }
      let condition = condition(row, entries, used: &used, isLast: place == rows.count - 1)
      kinds.append(RowKind(condition: condition, records: first..<plans.count))
    }
    // Where a record couldn't be read, what it takes isn't known.
    let known = plans.compactMap { $0 }
    if known.count == plans.count, !plans.isEmpty {
      reportIdle(
        entries, used, takers: known.flatMap { $0.type.fields.map(\.name) } + wanted(reader))
    }
    return known.count == plans.count ? (known, kinds) : (known, [])
  }

  /// The columns' fields that records name.
  private func wanted(_ reader: MappingReader) -> [String] {
    let made = reader.elements("records") + reader.elements("rows")
    let all = made + made.flatMap { $0["records"]?.elements ?? [] }
    return all.flatMap { $0["fields"]?.entries ?? [] }.compactMap(\.value.scalar)
  }

  private func reportIdle(_ entries: [ColumnEntry], _ used: Set<String>, takers: [String]) {
    for entry in entries {
      guard let field = entry.column.field, !used.contains(field) else { continue }
      log.report(
        at: entry.fieldOrigin, "no record takes the column's field '\(field)'",
        help: nearest(to: field, among: takers).map { "did you mean '\($0)'?" }
          ?? "write 'ignore: true' for a column that isn't kept")
    }
  }

  /// Reads which rows are of a kind. Only the last kind may take all that are left.
  private func condition(
    _ reader: MappingReader, _ entries: [ColumnEntry], used: inout Set<String>, isLast: Bool
  ) -> CheckedExpression? {
    guard let node = reader.node("when"), let source = node.scalar else {
      if !isLast {
        log.report(
          at: reader.origin, "no row ever reaches the kinds after this one",
          help: "say 'when' rows are of it")
      }
      return nil
    }
    var environment = Environment()
    for field in entries.compactMap(\.column.field) { environment.declare(field, as: .string) }
    let condition = log.check(source, at: node, in: environment, means: "'when'")
    used.formUnion(condition?.reads.compactMap(\.first) ?? [])
    return condition
  }

  private func plan(
    _ node: YAMLNode, _ entries: [ColumnEntry], used: inout Set<String>
  ) -> RecordPlan? {
    plan(MappingReader(node, log: log), entries, used: &used)
  }

  private func plan(
    _ reader: MappingReader, _ entries: [ColumnEntry], used: inout Set<String>
  ) -> RecordPlan? {
    guard let node = reader.node("record") else {
      log.report(at: reader.origin, "the key 'record' is missing")
      return nil
    }
    return loader.recordType(named: node.scalar ?? "", at: node.origin).map {
      plan($0, reader, entries, used: &used)
    }
  }

  private func plan(
    _ type: RecordType, _ reader: MappingReader, _ entries: [ColumnEntry], used: inout Set<String>
  ) -> RecordPlan {
    var sources: [FieldSource?] = Array(repeating: nil, count: type.fields.count)
    let renamed = reader.mapping("fields")
    var names: [(index: Int, columnField: String, origin: PackIssue.Origin)] = []
    if let renamed {
      for (field, key, value) in renamed.all {
        guard let index = log.index(of: field, in: type, at: key.origin) else { continue }
        names.append((index, value.scalar ?? "", value.origin))
      }
    } else {
      names = type.fields.indices.map { ($0, type.fields[$0].name, reader.origin) }
    }
    for (index, columnField, origin) in names {
      sources[index] = source(for: index, of: type, from: columnField, entries)
      if entries.contains(where: { $0.column.field == columnField }) {
        used.insert(columnField)
      } else if renamed != nil {
        log.reportUnknown(
          "column field", columnField, at: origin, among: entries.compactMap(\.column.field))
      }
    }
    for (field, key, value) in reader.mapping("set")?.all ?? [] {
      guard let index = log.index(of: field, in: type, at: key.origin) else { continue }
      sources[index] = constant(value, for: type.fields[index], of: type)
    }
    checkKey(of: type, sources, at: reader.origin)
    return RecordPlan(type: type, sources: sources, required: required(type, sources))
  }

  /// Whether a part of the natural key must have a value; terms, periods and days may be missing.
  private func isVital(_ field: RecordField, of type: RecordType) -> Bool {
    guard type.naturalKey.contains(field.name) else { return false }
    return field.kind == .year || (field.kind.keyDomain != nil && field.kind != .key(.word))
  }

  private func checkKey(
    of type: RecordType, _ sources: [FieldSource?], at origin: PackIssue.Origin
  ) {
    guard !loader.isUnreadable(type) else { return }
    for (field, source) in zip(type.fields, sources) where source == nil && isVital(field, of: type)
    {
      guard records[type]?.derived[field.name] == nil else { continue }
      log.report(
        at: origin, "nothing gives the '\(field.name)' of \(type.name), by which it is known",
        help: field.kind == .year
          ? "add a column, or 'set: {\(field.name): year}'"
          : "add a column, or name one under 'fields'")
    }
  }

  /// Identifiers of the natural key must be there: without them a record is nobody's.
  private func required(_ type: RecordType, _ sources: [FieldSource?]) -> Set<Int> {
    let definition = records[type]
    return Set(
      type.fields.indices.filter { index in
        guard case .cell = sources[index] else { return false }
        let field = type.fields[index]
        if definition?.fields[field.name]?.isRequired == true { return true }
        return isVital(field, of: type)
      })
  }

  private func constant(_ node: YAMLNode, for field: RecordField, of type: RecordType)
    -> FieldSource?
  {
    switch (field.kind, node.scalar) {
    case (.year, "year"?): return .year
    case (.key(.word), let word?):
      log.check(word, isIn: records[type]?.fields[field.name]?.codes, at: node.origin)
      return .constant(word)
    default:
      log.report(
        at: node.origin, "'set' gives a word to a field of words, or 'year' to a year",
        help: field.kind == .year
          ? nearest(to: node.scalar ?? "", among: ["year"]).map { "did you mean '\($0)'?" }
            ?? "'\(field.name): year' takes the fiscal year that is being loaded"
          : "'\(field.name)' of \(type.name) is neither")
      return nil
    }
  }
}
