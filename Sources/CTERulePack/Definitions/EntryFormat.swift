import CTEModel

extension RecordDefinition {
  /// Returns the format of entries by hand, so that they meet the checks and rules of uploads.
  ///
  /// Every column's title is the name of its field, and its cells are written as the field's definition says: identifiers by
  /// their scheme, words by their code list with its aliases, days as `yyyy-mm-dd`, yes and no as `true` and `false`.
  ///
  /// ```swift
  /// pack.records[.credentialAttempt]?.entryFormat(carrying: ["student", "day"]).columns.map(\.titles)  // [["student"], ["day"]]
  /// ```
  ///
  /// - Parameters:
  ///   - fields: The names of the fields that the entry carries. Those that are derived from look-ups, sets of words and names
  ///     of no field are left out.
  ///   - words: Words that all of its records have, by the name of the field.
  /// - Returns: A format named `entry` with one column for each field, in the order of the type's fields. It takes no others,
  ///   and nothing that the entry doesn't carry is filled in, not even the year.
  public func entryFormat(
    carrying fields: Set<String>, setting words: [String: String] = [:]
  ) -> ImportFormat {
    var columns: [FormatColumn] = []
    var sources: [FieldSource?] = Array(repeating: nil, count: type.fields.count)
    var required: Set<Int> = []
    for (index, field) in type.fields.enumerated() where fields.contains(field.name) {
      guard derived[field.name] == nil, words[field.name] == nil,
        let form = CellForm(field.kind, self.fields[field.name])
      else { continue }
      sources[index] = .cell(column: columns.count, form: form)
      if needs(field) { required.insert(index) }
      columns.append(FormatColumn(titles: [field.name], field: field.name, isRequired: true))
    }
    for (field, word) in words {
      if let index = type.index(of: field) { sources[index] = .constant(word) }
    }
    let plan = RecordPlan(type: type, sources: sources, required: required)
    return .entry(columns, plan)
  }
}

extension ImportFormat {
  fileprivate static func entry(_ columns: [FormatColumn], _ plan: RecordPlan) -> ImportFormat {
    ImportFormat(
      name: "entry", summary: "An entry by hand.", headerRow: 1, kinds: [],
      titleMatching: TitleMatching(
        matchesCase: true, matchesBlanks: true, matchesApostrophes: true),
      unknownColumns: .refuse, isTrusted: false, acceptance: .rows, grid: [], columns: columns,
      records: [plan], rowKinds: [])
  }
}
