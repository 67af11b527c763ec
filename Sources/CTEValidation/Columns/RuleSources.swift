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
    sources["this"] = .record(own, at: { $0 })
    for (place, lookup) in definition.lookups.enumerated() {
      sources[lookup.name] = columns.records(of: lookup, at: place)
    }
    sources["year"] = .column(.int { [number = Int64(year.number)] _ in number })
    let moment = Timestamp(today)
    sources["today"] = .column(.timestamp { _ in moment })
    for (name, value) in language.constants { sources[name] = .column(.value { _ in value }) }
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
      if field.kind == .text {
        columns[field.name] = .string { [frame] row in frame.text(of: place, row: row) }
      } else {
        columns[field.name] = column(field.kind) { [frame] row in frame.fields[place].base[row] }
      }
    }
    return columns
  }

  func records(of lookup: Lookup, at place: Int) -> Source {
    let found: (Int) -> Range<Int>? = { [frame] row in
      let low = Int(frame.lows[place].base[row])
      return low < 0 ? nil : low..<Int(frame.highs[place].base[row])
    }
    var columns: [String: Column] = [:]
    for (field, buffer) in zip(lookup.type.fields, frame.indexes[place]?.columns ?? []) {
      guard let buffer else { continue }
      columns[field.name] = column(field.kind) { buffer.base[$0] }
    }
    if lookup.expectsOne { return .record(columns, at: { found($0)?.first }) }
    return .records(columns, in: found)
  }

  private func column(_ kind: FieldKind, _ code: @escaping (Int) -> Int32) -> Column {
    /// A row's code, unless it is missing.
    func known(_ row: Int) -> Int32? {
      let code = code(row)
      return code == missingCode ? nil : code
    }
    switch kind {
    case .key(let domain): return texts(of: domain, known)
    case .text: return texts(of: .word, known)
    case .wordSet:
      return .value { [frame] row in
        known(row).map { code in
          .list(frame.text(.word, code).split(separator: ",").map { .string(String($0)) })
        }
      }
    case .boolean: return .bool { known($0).map { $0 == 1 } }
    case .day:
      return .timestamp { row in
        known(row).map { Timestamp(daysSince1970: Int64($0 - CalendarDay.epochOrdinal)) }
      }
    case .year, .integer: return .int { known($0).map { Int64($0) } }
    case .hundredths: return .double { known($0).map { Double($0) / 100 } }
    }
  }

  private func texts(of domain: KeyDomain, _ code: @escaping (Int) -> Int32?) -> Column {
    guard let codes = codes[domain] else {
      preconditionFailure("every domain of identifiers has its numbers")
    }
    return .code(codes, code)
  }
}
