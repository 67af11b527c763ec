import CEL
import CTEModel

extension FormatReader {
  func source(
    for index: Int, of type: RecordType, from columnField: String, _ entries: [ColumnEntry]
  ) -> FieldSource? {
    let places = entries.indices.filter { entries[$0].column.field == columnField }
    guard let first = places.first else { return nil }
    if type.fields[index].kind == .wordSet {
      if places.count > 64 {
        log.report(at: entries[places[64]].origin, "a set has at most 64 columns")
      }
      return .set(places.compactMap { flag($0, entries[$0], type.fields[index], of: type) })
    }
    if places.count > 1 {
      log.report(
        at: entries[places[1]].fieldOrigin,
        "another column gives the field '\(columnField)' already",
        help: "a column that is known but not kept says 'ignore: true'")
    }
    return form(for: type.fields[index], of: type, entries[first]).map {
      .cell(column: first, form: $0)
    }
  }

  private func flag(
    _ place: Int, _ entry: ColumnEntry, _ field: RecordField, of type: RecordType
  ) -> SetColumn? {
    guard let adds = entry.adds else {
      if !entry.unread.contains("adds") {
        log.report(at: entry.origin, "a column of a set says what it 'adds' and 'when'")
      }
      return nil
    }
    log.check(adds.word, isIn: records[type]?.fields[field.name]?.codes, at: adds.origin)
    return SetColumn(column: place, word: adds.word, text: adds.text, otherwise: adds.otherwise)
  }

  /// Reports what a column says that has no meaning for the kind of its field.
  private func checkAttributes(of entry: ColumnEntry, for field: RecordField) {
    let isKey = field.kind.keyDomain != nil
    let idle = [
      ("form", entry.form != nil && ![.day, .integer, .hundredths].contains(field.kind)),
      ("scheme", entry.scheme != nil && !isKey),
      ("values", entry.values != nil && field.kind != .key(.word) && field.kind != .boolean),
      ("adds", entry.adds != nil && field.kind != .wordSet),
    ]
    for (name, isIdle) in idle where isIdle {
      log.report(at: entry.origin, "'\(name)' says nothing about '\(field.name)'; take it out")
    }
  }

  private func form(for field: RecordField, of type: RecordType, _ entry: ColumnEntry) -> CellForm?
  {
    let definition = records[type]?.fields[field.name]
    checkAttributes(of: entry, for: field)
    switch field.kind {
    case .key:
      if let values = entry.values { return .words(words(values, among: definition?.codes)) }
    case .integer:
      return numberForm(entry, decimals: 0, most: CellForm.mostDigits).map {
        .integer(maximumDigits: $0)
      }
    case .hundredths:
      return numberForm(entry, decimals: 2, most: CellForm.mostDigitsBeforePeriod).map {
        .hundredths(maximumDigits: $0)
      }
    case .day: return dayForm(field, entry)
    case .boolean: return booleanForm(field, entry)
    case .year, .text, .wordSet: break
    }
    return CellForm(field.kind, definition, scheme: entry.scheme)
  }

  private func words(_ reader: MappingReader, among codes: CodeList?) -> [Choice<String>] {
    reader.all.map { text, _, value in
      let word = value.scalar ?? ""
      log.check(word, isIn: codes, at: value.origin)
      return Choice(text: text, meaning: word)
    }
  }

  private func dayForm(_ field: RecordField, _ entry: ColumnEntry) -> CellForm? {
    if let form = entry.form?.scalar.flatMap({ DayForm($0) }) { return .day(form) }
    let help = "such as m/d/yyyy, mm/dd/yyyy or yyyy-mm-dd"
    if entry.unread.contains("form") { return nil }
    if let form = entry.form {
      log.report(
        at: form.origin, "'\(form.scalar ?? "")' is no order of day, month and year", help: help)
    } else {
      log.report(at: entry.origin, "the column of '\(field.name)' needs a 'form'", help: help)
    }
    return nil
  }

  /// Returns how many digits may stand before the period, or nil after reporting a form that is none.
  private func numberForm(_ entry: ColumnEntry, decimals: Int, most: Int) -> Int? {
    guard let node = entry.form else { return most }
    let form = NumberForm(node.scalar ?? "")
    if let form, form.decimals == decimals, form.wholeDigits <= most { return form.wholeDigits }
    log.report(
      at: node.origin, "'\(node.scalar ?? "")' is no form of the column's numbers",
      help: decimals == 0
        ? "such as nnnn, for at most four digits"
        : "such as nn.nn, for at most two digits before the period")
    return nil
  }

  private func booleanForm(_ field: RecordField, _ entry: ColumnEntry) -> CellForm? {
    var values: [Choice<Bool>] = []
    for (text, _, value) in entry.values?.all ?? [] {
      switch value.scalar {
      case "true": values.append(Choice(text: text, meaning: true))
      case "false": values.append(Choice(text: text, meaning: false))
      default:
        log.report(
          at: value.origin, "'\(text)' stands for true or false",
          help: nearest(to: value.scalar ?? "", among: ["true", "false"]).map {
            "did you mean '\($0)'?"
          })
      }
    }
    if values.isEmpty, !entry.unread.contains("values") {
      log.report(
        at: entry.origin,
        "the column of '\(field.name)' needs 'values'", help: "such as {Y: true, N: false}")
    }
    return .boolean(values)
  }
}
