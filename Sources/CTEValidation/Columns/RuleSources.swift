import CEL
import CTEModel
import CTERulePack

/// Where the rules of a record type read what they ask for: the columns of the batch, and of the records that look-ups find.
///
/// Equal identifiers have equal numbers, so comparing them never touches a text.
struct RuleSources {
  private let definition: RecordDefinition
  private let frame: Frame
  private let sources: [String: Source]

  init(
    definition: RecordDefinition, frame: Frame, year: FiscalYear, today: CalendarDay,
    language: PackLanguage, keys: KeyTables
  ) {
    self.definition = definition
    self.frame = frame
    let columns = FieldColumns(frame: frame, keys: keys)
    let own = columns.own(definition.type)
    var sources = own.mapValues { Source.column($0) }
    sources["this"] = .ownRecord(own)
    for (place, lookup) in definition.lookups.enumerated() {
      sources[lookup.name] = columns.records(of: lookup, at: place)
    }
    sources["year"] = .constant(.int(Int64(year.number)))
    sources["today"] = .constant(.timestamp(Timestamp(today)))
    for (name, value) in language.constants { sources[name] = .constant(value) }
    self.sources = sources
  }

  /// Returns what answers an expression for rows of the batch.
  func evaluator(of expression: CheckedExpression) -> BatchEvaluator {
    BatchEvaluator(expression, sources: sources)
  }
}

/// Makes columns of the rule language of those of a batch and of looked-up records.
private struct FieldColumns {
  let frame: Frame
  private let codes: [KeyDomain: TextCodes]

  init(frame: Frame, keys: KeyTables) {
    self.frame = frame
    codes = Dictionary(
      uniqueKeysWithValues: KeyDomain.allCases.map { domain in
        (
          domain,
          // A text that nobody has met yet may still come in a later batch, so it has no number here.
          TextCodes(
            text: { frame.text(domain, $0) }, code: { keys[domain].knownNumber(for: $0) })
        )
      })
  }

  func own(_ type: RecordType) -> [String: Column] {
    var columns: [String: Column] = [:]
    for (place, field) in type.fields.enumerated() {
      columns[field.name] =
        field.kind == .text
        ? .string { [frame] row in frame.text(of: place, row: row) }
        : column(field.kind, frame.fieldCells[place]) { [frame] row in
          frame.fields[place].base[row]
        }
    }
    return columns
  }

  func records(of lookup: Lookup, at place: Int) -> Source {
    var columns: [String: Column] = [:]
    for (field, buffer) in zip(lookup.type.fields, frame.indexes[place]?.columns ?? []) {
      guard let buffer else { continue }
      columns[field.name] = column(field.kind, buffer.cells) { buffer.base[$0] }
    }
    return lookup.expectsOne
      ? .firstRecord(columns, in: frame.ranges[place])
      : .recordRanges(columns, in: frame.ranges[place])
  }

  /// Returns a column for codes, which are read one by one where each stands for several words.
  private func column(
    _ kind: FieldKind, _ cells: Cells, _ code: @escaping (Int) -> Int32
  ) -> Column {
    if kind == .wordSet { return words(code) }
    let content: PackedColumn.Content =
      switch kind {
      case .key(let domain): .text(texts(of: domain))
      case .text, .wordSet: .text(texts(of: .word))
      case .boolean: .bool
      case .day: .days(epoch: CalendarDay.epochOrdinal)
      case .year, .integer: .int
      case .hundredths: .hundredths
      }
    return .packed(PackedColumn(cells, of: content, missing: missingCode))
  }

  private func words(_ code: @escaping (Int) -> Int32) -> Column {
    .value { [frame] row in
      let code = code(row)
      guard code != missingCode else { return nil }
      return .list(frame.text(.word, code).split(separator: ",").map { .string(String($0)) })
    }
  }

  private func texts(of domain: KeyDomain) -> TextCodes {
    guard let codes = codes[domain] else {
      preconditionFailure("every domain of identifiers has its numbers")
    }
    return codes
  }
}
