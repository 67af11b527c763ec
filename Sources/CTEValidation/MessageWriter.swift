import CTEModel
import CTERulePack

/// Puts a record's values into the words of a rule.
struct MessageWriter {
  let definition: RecordDefinition
  let year: FiscalYear
  /// The column of the file from which each field comes, by the field's place in the type.
  let columns: [Int?]

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

  private func value(
    _ path: FieldPath, row: Int, frame: Frame, keys: borrowing KeyTables
  ) -> String {
    switch path {
    case .year: return year.description
    case .own(let field):
      let kind = definition.type.fields[field].kind
      // Only identifiers may differ from what the cell shows: zeros were restored.
      if kind.keyDomain != nil {
        return words(frame.fields[field].base[row], kind, keys)
      }
      return columns[field].flatMap { frame.table?.text(row: row, column: $0) } ?? ""
    case .lookup(let name, let field):
      guard let lookup = definition.lookups.first(where: { $0.name == name }) else { return "" }
      let code = frame.source(of: path, lookups: definition.lookups, year: Int32(year.number))(row)
      return words(code, lookup.type.fields[field].kind, keys)
    }
  }

  private func words(_ code: Int32, _ kind: FieldKind, _ keys: borrowing KeyTables) -> String {
    guard code != missingCode else { return "(none)" }
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
