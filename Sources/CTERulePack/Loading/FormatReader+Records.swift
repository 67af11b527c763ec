import CEL
import CTEModel

// What rows become.
extension FormatReader {
  /// Reads what rows become: the same records each, or those of their kind.
  func records(
    _ reader: MappingReader, _ columns: Columns
  ) -> (plans: [RecordPlan], kinds: [RowKind]) {
    var used: Set<String> = []
    var plans: [RecordPlan?] = []
    var kinds: [RowKind] = []
    checkMaking(reader)
    for node in reader.elements("records") { plans.append(plan(node, columns, used: &used)) }
    let rows = reader.elements("rows").map { MappingReader($0, log: log) }
    for (place, row) in rows.enumerated() {
      let first = plans.count
      for node in row.elements("records") { plans.append(plan(node, columns, used: &used)) }
      if row.has("record") { plans.append(plan(row, columns, used: &used)) }
      checkMaking(row, isOne: row.has("record"))
      let condition = condition(row, columns, used: &used, isLast: place == rows.count - 1)
      if condition == nil, row.has("when") { plans.append(nil) }
      kinds.append(RowKind(condition: condition, records: first..<plans.count))
    }
    // Where a record or a question couldn't be read, what it takes isn't known.
    let known = plans.compactMap { $0 }
    if known.count == plans.count, !plans.isEmpty {
      reportIdle(
        columns.entries, used, takers: known.flatMap { $0.type.fields.map(\.name) } + wanted(reader)
      )
    }
    return known.count == plans.count ? (known, kinds) : (known, [])
  }

  /// Reports a format that says in two places what its rows become, or in none.
  private func checkMaking(_ reader: MappingReader) {
    if reader.has("records"), let rows = reader.node("rows") {
      log.report(
        at: rows.origin, "'rows' stands beside 'records'",
        help: "keep 'rows' where rows are of several kinds, 'records' where all make the same")
    } else if !reader.has("records"), !reader.has("rows") {
      log.report(at: reader.origin, "a format says under 'records' or 'rows' what its rows become")
    }
    for key in ["records", "rows"] {
      guard let node = reader.node(key), node.elements?.isEmpty == true, node.unread.isEmpty else {
        continue
      }
      log.report(at: node.origin, "rows become nothing", help: "name a record type")
    }
  }

  /// Reports a kind of row that names its records in two places, or none.
  private func checkMaking(_ row: MappingReader, isOne: Bool) {
    guard isOne == row.has("records") else { return }
    log.report(
      at: row.origin,
      isOne ? "'record' stands beside 'records'" : "rows of this kind become nothing",
      help: isOne ? "keep one of them" : "name a 'record', or several under 'records'")
  }

  /// The columns' fields that records name.
  func wanted(_ reader: MappingReader) -> [String] {
    let made = reader.elements("records") + reader.elements("rows")
    let all = made + made.flatMap { $0["records"]?.elements ?? [] }
    return all.flatMap { $0["fields"]?.entries ?? [] }.compactMap(\.value.scalar)
  }

  private func reportIdle(_ entries: [ColumnEntry], _ used: Set<String>, takers: [String]) {
    for entry in entries {
      guard let field = entry.column.field, !used.contains(field) else { continue }
      log.report(
        at: entry.fieldOrigin, "no record takes the column's field '\(field)'",
        help: takers.contains(field)
          ? "name it under 'fields' of the record"
          : nearest(to: field, among: takers).map { "did you mean '\($0)'?" }
            ?? "write 'ignore: true' for a column that isn't kept")
    }
  }

  /// Reads which rows are of a kind. Only the last kind may take all that are left.
  private func condition(
    _ reader: MappingReader, _ columns: Columns, used: inout Set<String>, isLast: Bool
  ) -> CheckedExpression? {
    guard let node = reader.node("when"), let source = node.scalar else {
      if !isLast, !reader.has("when") {
        log.report(
          at: reader.origin, "no row ever reaches the kinds after this one",
          help: "say 'when' rows are of it")
      }
      return nil
    }
    // What the columns are isn't known, so neither is what may be asked.
    guard columns.isWhole else { return nil }
    var environment = Environment()
    for field in columns.fields { environment.declare(field, as: .string) }
    let condition = log.check(source, at: node, in: environment, means: "'when'")
    used.formUnion(condition?.reads.compactMap(\.first) ?? [])
    return condition
  }

  func plan(
    _ node: YAMLNode, _ columns: Columns, used: inout Set<String>
  ) -> RecordPlan? {
    plan(MappingReader(node, log: log), columns, used: &used)
  }

  func plan(
    _ reader: MappingReader, _ columns: Columns, used: inout Set<String>
  ) -> RecordPlan? {
    guard let node = reader.node("record") else {
      if !reader.has("record") { log.report(at: reader.origin, "the key 'record' is missing") }
      return nil
    }
    guard let type = loader.recordType(named: node.scalar ?? "", at: node.origin) else {
      return nil
    }
    return plan(type, reader, columns, used: &used)
  }

  func plan(
    _ type: RecordType, _ reader: MappingReader, _ columns: Columns, used: inout Set<String>
  ) -> RecordPlan? {
    var count = log.issues.count
    var misspeltCount = 0
    var sources: [FieldSource?] = Array(repeating: nil, count: type.fields.count)
    let renamed = reader.mapping("fields")
    for (index, columnField, origin) in takenFields(of: type, renamed, at: reader.origin) {
      sources[index] = source(for: index, of: type, from: columnField, columns.entries)
      if columns.fields.contains(columnField) {
        used.insert(columnField)
      } else if renamed != nil, columns.isWhole {
        let isMisspelt = columns.misspell(columnField, of: type)
        misspeltCount += isMisspelt ? 1 : 0
        // A field of the type is hardly misspelt itself; where the name is free, either may be.
        if isMisspelt, type.index(of: columnField) != nil { continue }
        log.reportUnknown("column field", columnField, at: origin, among: columns.fields)
        count += isMisspelt ? 1 : 0
      }
    }
    for (field, key, value) in reader.mapping("set")?.all ?? [] {
      guard let index = log.index(of: field, in: type, at: key.origin) else { continue }
      sources[index] = constant(value, for: type.fields[index], of: type)
    }
    // Where a field couldn't be read, it isn't known what the record takes.
    guard log.issues.count == count, columns.isWhole, reader.isWhole else { return nil }
    if misspeltCount == 0 {
      checkKey(of: type, sources, columns, used: &used, at: reader.origin)
    }
    return RecordPlan(type: type, sources: sources, required: required(type, sources))
  }

  /// The record's fields with the columns' fields that they take: those that are named, or else all by their own names.
  private func takenFields(
    of type: RecordType, _ renamed: MappingReader?, at origin: PackIssue.Origin
  ) -> [(index: Int, columnField: String, origin: PackIssue.Origin)] {
    guard let renamed else { return type.fields.indices.map { ($0, type.fields[$0].name, origin) } }
    return renamed.all.compactMap { field, key, value in
      log.index(of: field, in: type, at: key.origin).map { ($0, value.scalar ?? "", value.origin) }
    }
  }

  private func checkKey(
    of type: RecordType, _ sources: [FieldSource?], _ columns: Columns, used: inout Set<String>,
    at origin: PackIssue.Origin
  ) {
    guard !loader.isUnreadable(type), records[type]?.isWhole != false else { return }
    for (field, source) in zip(type.fields, sources) where source == nil && type.isKnown(by: field)
    {
      guard records[type]?.derived[field.name] == nil,
        !columns.misspell(field.name, of: type)
      else { continue }
      used.insert(field.name)
      log.report(
        at: origin, "nothing gives the '\(field.name)' of \(type.name), by which it is known",
        help: field.kind == .year
          ? "add a column, or 'set: {\(field.name): year}'"
          : columns.fields.contains(field.name)
            ? "name its column under 'fields'" : "add a column, or name one under 'fields'")
    }
  }

  /// Identifiers of the natural key must be there: without them a record is nobody's.
  private func required(_ type: RecordType, _ sources: [FieldSource?]) -> Set<Int> {
    Set(
      type.fields.indices.filter { index in
        guard case .cell = sources[index] else { return false }
        return records[type]?.needs(type.fields[index]) == true
      })
  }

  func constant(_ node: YAMLNode, for field: RecordField, of type: RecordType)
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
