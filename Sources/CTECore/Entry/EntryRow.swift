import CTEIntake
import CTEModel
import CTERulePack

/// A draft as the only row of a table, whose titles are the names of its fields; or several of one type as its rows.
struct EntryRow {
  let match: FormatMatch
  let table: Table
  private let definition: RecordDefinition

  /// - Parameter words: Words that all of the records have, by the name of the field.
  init(
    _ drafts: [RecordDraft], _ definition: RecordDefinition, setting words: [String: String] = [:],
    isWhole: Bool = true, year: FiscalYear
  ) {
    self.definition = definition
    var rows = drafts.map(\.values)
    if definition.type.index(of: "year") != nil {
      for row in rows.indices where rows[row]["year"] ?? "" == "" { rows[row]["year"] = "\(year)" }
    }
    let carried = Set(rows.flatMap(\.keys)).union(isWhole ? definition.enteredFields : [])
    let format = definition.entryFormat(carrying: carried, setting: words)
    let titles = format.columns.map { $0.titles[0] }
    match = FormatMatch(format, titles: titles)
    table = Self.table(of: rows.map { row in titles.map { row[$0] ?? "" } }, width: titles.count)
  }

  private static func table(of rows: [[String]], width: Int) -> Table {
    var bytes: [UInt8] = []
    let cells = rows.joined().map { text in
      let start = bytes.count
      bytes += Array(text.utf8)
      return Table.Cell(start: start, length: bytes.count - start)
    }
    return Table(
      bytes: bytes, cells: cells, columnCount: width,
      rowNumbers: rows.indices.map { Int32($0 + 1) })
  }

  /// The students of whom the draft speaks.
  func students(in pack: RulePack) -> [String] {
    var keys = KeyTables()
    _ = codes(in: pack, keys: &keys)
    return keys[.student].newTexts
  }

  /// Returns the codes of the draft's fields as far as they can be read, by the field's place in the type.
  func codes(in pack: RulePack, keys: inout KeyTables) -> [Int: Int32] {
    var mapper = Mapper(match: match, pack: pack)
    let batch = mapper.map(table, keys: &keys).batch.records[0]
    var codes: [Int: Int32] = [:]
    for (field, column) in batch.columns.enumerated() {
      if case .codes(let all) = column, all[0] != missingCode { codes[field] = all[0] }
    }
    return codes
  }

  /// Returns a finding whose column has the label of its field.
  func labelled(_ finding: Finding) -> Finding {
    Finding(
      row: finding.row, columnIndex: finding.columnIndex,
      column: definition.fields[finding.column]?.label ?? finding.column, rule: finding.rule,
      severity: finding.severity, value: finding.value, expected: finding.expected,
      message: finding.message, help: finding.help, officialName: finding.officialName)
  }
}

extension RecordDefinition {
  /// Says why nobody can enter a value of a field; nil where one can be entered.
  func reasonAgainstEntering(_ field: String) -> String? {
    if derived[field] != nil { return "follows from other fields and can't be entered" }
    let kind = type.index(of: field).map { type.fields[$0].kind }
    return kind == .wordSet
      ? "holds several words and can't be entered by hand; upload a file that has it" : nil
  }

  /// The names of the fields that an entry must carry: those that the pack asks for, stored ones alone, because what only
  /// helps to match a file's rows isn't asked of a person.
  var enteredFields: Set<String> {
    Set(
      type.fields.filter { !$0.isTransient && fields[$0.name] != nil && derived[$0.name] == nil }
        .map(\.name))
  }
}
