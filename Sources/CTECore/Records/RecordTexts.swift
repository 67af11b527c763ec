import CTEModel
import CTERulePack
import CTEStore

/// Writes the values of stored records as a person enters them.
struct RecordTexts {
  private var texts: [KeyDomain: [Int32: String]] = [:]

  /// Reads the identifiers that some records use.
  init(of records: [StoredRecord], _ session: any ReadSession) async throws {
    var numbers: [KeyDomain: Set<Int32>] = [:]
    for record in records {
      for (field, value) in zip(record.type.fields, record.values) {
        guard let domain = field.kind.keyDomain, value.code != missingCode else { continue }
        numbers[domain, default: []].insert(value.code)
      }
    }
    for domain in KeyDomain.allCases {
      guard let own = numbers[domain] else { continue }
      texts[domain] = try await session.texts(of: domain, own.sorted())
    }
  }

  /// Returns the values that a record has, by the name of the field.
  func values(of record: StoredRecord) -> [String: String] {
    var values: [String: String] = [:]
    for (field, value) in zip(record.type.fields, record.values) {
      values[field.name] = text(of: value, field.kind)
    }
    return values
  }

  /// Returns the text of a value; nil where it is missing.
  private func text(of value: StoredValue, _ kind: FieldKind) -> String? {
    switch value {
    case .text([]), .code(missingCode): nil
    case .text(let bytes): String(decoding: bytes, as: UTF8.self)
    case .code(let code): text(of: code, kind)
    }
  }

  private func text(of code: Int32, _ kind: FieldKind) -> String? {
    switch kind {
    case .key, .wordSet: kind.keyDomain.flatMap { texts[$0]?[code] }
    case .day: CalendarDay(ordinal: code).description
    case .boolean: code == 0 ? "false" : "true"
    case .hundredths:
      (code < 0 ? "-" : "") + "\(code.magnitude / 100)."
        + (code.magnitude % 100 < 10 ? "0" : "") + "\(code.magnitude % 100)"
    case .year, .integer, .text: "\(code)"
    }
  }
}
