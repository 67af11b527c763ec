import CTEModel
import CTERulePack

/// Puts a record's values into the words of a rule.
struct MessageWriter {
  let definition: RecordDefinition
  let year: FiscalYear
  /// The column of the file from which each field comes, by the field's place in the type.
  let columns: [Int?]
  /// The words of fields that people see in tables instead of codes, by the type of the record.
  private(set) var labels: [RecordType: [Int: [String: String]]] = [:]
  /// Whether it writes cells of a table, not sentences.
  private(set) var isOfCells = false

  func text(_ template: MessageTemplate, row: Int, frame: Frame, keys: borrowing KeyTables)
    -> String
  {
    var text = ""
    for part in template.parts {
      switch part {
      case .words(let words), .parameter(_, let words): text += words
      case .value(let path): text += value(path, row: row, frame: frame, keys: keys)
      }
    }
    return text
  }

  /// Returns a writer of cells: without a word for what is missing, and with labels in place of codes.
  func ofCells(in pack: RulePack) -> MessageWriter {
    var writer = self
    writer.isOfCells = true
    for type in [definition.type] + definition.lookups.map(\.type) {
      writer.labels[type] = pack.records[type]?.labels
    }
    return writer
  }

  private func value(
    _ path: FieldPath, row: Int, frame: Frame, keys: borrowing KeyTables
  ) -> String {
    switch path {
    case .year: return year.description
    case .own(let field):
      let kind = definition.type.fields[field].kind
      // Only identifiers may differ from what the cell shows: zeros were restored.
      let code = frame.fields[field].base[row]
      // A table shows what the file says also where that is no value.
      if kind.keyDomain != nil, code != missingCode || !isOfCells {
        return label(of: code, field, of: definition.type, keys)
      }
      return columns[field].flatMap { frame.table?.text(row: row, column: $0) } ?? ""
    case .lookup(let name, let field):
      guard let lookup = definition.lookups.first(where: { $0.name == name }) else { return "" }
      let code = frame.source(of: path, lookups: definition.lookups, year: Int32(year.number))(row)
      return label(of: code, field, of: lookup.type, keys)
    }
  }

  private func label(
    of code: Int32, _ field: Int, of type: RecordType, _ keys: borrowing KeyTables
  ) -> String {
    let words = words(code, type.fields[field].kind, keys)
    return labels[type]?[field]?[words] ?? words
  }

  private func words(_ code: Int32, _ kind: FieldKind, _ keys: borrowing KeyTables) -> String {
    guard code != missingCode else { return isOfCells ? "" : "(none)" }
    switch kind {
    case .key(let domain): return keys[domain].text(of: code)
    case .wordSet, .text: return keys[.word].text(of: code)
    case .day: return CalendarDay(ordinal: code).description
    case .boolean: return code == 1 ? "yes" : "no"
    case .year, .integer: return String(code)
    case .hundredths: return "\(code / 100).\(padded(Int(code % 100), to: 2))"
    }
  }
}

extension RecordDefinition {
  /// The labels of codes, by the field's place in the type.
  fileprivate var labels: [Int: [String: String]] {
    var labels: [Int: [String: String]] = [:]
    for (name, field) in fields {
      guard let place = type.index(of: name), let codes = field.codes else { continue }
      labels[place] = codes.labels
    }
    return labels
  }
}
