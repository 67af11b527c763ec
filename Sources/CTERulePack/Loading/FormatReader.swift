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
    let column: FormatColumn
    let form: YAMLNode?
    /// The scheme where it differs from the field's.
    let scheme: IdentifierScheme?
    let values: MappingReader?
    let adds: (word: String, text: String, otherwise: String?, origin: PackIssue.Origin)?
  }

  func format(named name: String, in reader: MappingReader) -> ImportFormat {
    let summary = reader.requiredText("summary") ?? name
    _ = reader.requiredText("source")
    _ = reader.text("replaces")
    let header = container(reader.mapping("container"))
    let unknown = reader.choice(
      "unknownColumns", among: ImportFormat.UnknownColumns.allCases.map(\.rawValue))
    let isTrusted = reader.choice("trust", among: ["loaded"]) != nil
    if let acceptance = reader.mapping("acceptance") {
      _ = acceptance.choice("mode", among: ["rows"])
      acceptance.finish()
    }
    let entries = reader.elements("columns").map { column(MappingReader($0, log: log)) }
    if entries.isEmpty {
      log.report(at: reader.origin, "a format has at least one column under 'columns'")
    }
    checkTitles(entries, matchesCase: header.matchesCase)
    let plans = plans(reader, entries)
    reader.finish()
    return ImportFormat(
      name: name, summary: summary, headerRow: header.row, matchesCase: header.matchesCase,
      unknownColumns: unknown.flatMap { .init(rawValue: $0) } ?? .ignore, isTrusted: isTrusted,
      columns: entries.map(\.column), records: plans)
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

  private func container(_ reader: MappingReader?) -> (row: Int, matchesCase: Bool) {
    guard let reader else { return (1, true) }
    for node in reader.elements("kinds") where node.scalar != "csv" {
      log.reportUnknown("kind of file", node.scalar ?? "", at: node.origin, among: ["csv"])
    }
    let header = reader.mapping("header")
    let row = header?.number("row") ?? 1
    if !(1...100).contains(row) {
      log.report(
        at: header?.node("row")?.origin ?? reader.origin, "titles stand in a row from 1 to 100")
    }
    let matchesCase = header?.flag("matchCase") ?? true
    header?.finish()
    reader.finish()
    return (row, matchesCase)
  }

  private func column(_ reader: MappingReader) -> ColumnEntry {
    let title = reader.text("title")
    let titles = (title.map { [$0] } ?? []) + reader.elements("titles").compactMap(\.scalar)
    if titles.isEmpty { log.report(at: reader.origin, "a column has a 'title' or 'titles'") }
    let isIgnored = reader.flag("ignore") ?? false
    let field = isIgnored ? nil : reader.requiredText("field")
    let addsOrigin = reader.node("adds")?.origin ?? reader.origin
    let adds = reader.text("adds").map {
      ($0, reader.requiredText("when") ?? "", reader.text("otherwise"), addsOrigin)
    }
    let entry = ColumnEntry(
      origin: reader.origin,
      column: FormatColumn(
        titles: titles, field: field, isRequired: reader.flag("required") ?? false),
      form: reader.node("form"), scheme: scheme(reader), values: reader.mapping("values"),
      adds: adds)
    reader.finish()
    return entry
  }

  private func scheme(_ reader: MappingReader) -> IdentifierScheme? {
    guard let name = reader.text("scheme"), let node = reader.node("scheme") else { return nil }
    if schemes[name] == nil {
      log.reportUnknown("scheme", name, at: node.origin, among: schemes.keys)
    }
    return schemes[name]
  }

  // MARK: - Records

  private func plans(_ reader: MappingReader, _ entries: [ColumnEntry]) -> [RecordPlan] {
    var used: Set<String> = []
    var plans: [RecordPlan] = []
    let nodes = reader.elements("records").map { MappingReader($0, log: log) }
    for record in nodes {
      let typeNode = record.node("record")
      _ = record.requiredText("record")
      let type = typeNode.flatMap { loader.recordType(named: $0.scalar ?? "", at: $0.origin) }
      if let type { plans.append(plan(type, record, entries, used: &used)) }
      record.finish()
    }
    if nodes.isEmpty {
      log.report(at: reader.origin, "a format says under 'records' what its rows become")
    }
    // Where a record couldn't be read, what it takes isn't known.
    for entry in entries where plans.count == nodes.count && !nodes.isEmpty {
      guard let field = entry.column.field, !used.contains(field) else { continue }
      let takers = plans.flatMap { $0.type.fields.map(\.name) }
      log.report(
        at: entry.origin, "no record takes the column's field '\(field)'",
        help: nearest(to: field, among: takers).map { "did you mean '\($0)'?" }
          ?? "write 'ignore: true' for a column that isn't kept")
    }
    return plans
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
          ? "'\(field.name): year' takes the fiscal year that is being loaded"
          : "'\(field.name)' of \(type.name) is neither")
      return nil
    }
  }
}
