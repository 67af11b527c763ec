import CEL
import CTEModel
import CTETestKit

@testable import CTERulePack
@testable import CTEValidation

/// A generated batch with generated records to look up, as columns and as plain values.
struct World {
  static let definition = RecordDefinition(
    type: .credentialAttempt, fields: [:], identity: ["student", "credential"],
    repetition: .update, outOfScope: nil, missing: nil,
    lookups: [
      Lookup(
        name: "person", type: .student,
        conditions: [(field: field("id", of: .student), value: own("student"))],
        expectsOne: true, absent: nil, present: nil),
      Lookup(
        name: "enrollments", type: .courseEnrollment,
        conditions: [
          (field: field("student", of: .courseEnrollment), value: own("student")),
          (field: field("school", of: .courseEnrollment), value: own("school")),
          (field: field("year", of: .courseEnrollment), value: .year),
        ], expectsOne: false, absent: nil, present: nil),
      Lookup(
        name: "listing", type: .credentialListing,
        conditions: [
          (field: field("code", of: .credentialListing), value: own("credentialCode")),
          (field: field("program", of: .credentialListing), value: own("program")),
        ], expectsOne: true, absent: nil, present: nil),
      Lookup(
        name: "listed", type: .credential,
        conditions: [
          (
            field: field("id", of: .credential),
            value: .lookup("listing", field("credential", of: .credentialListing))
          )
        ], expectsOne: true, absent: nil, present: nil),
    ], derived: [:], restsOn: [], choices: [])

  static let year = FiscalYear(2026)

  var keys = KeyTables()
  let batch: RecordBatch
  let table: Table
  private(set) var reference = ReferenceData()

  static func field(_ name: String, of type: RecordType) -> Int {
    guard let index = type.index(of: name) else { preconditionFailure("no field \(name)") }
    return index
  }

  static func own(_ name: String) -> FieldPath { .own(field(name, of: .credentialAttempt)) }

  init(seed: UInt64, rowCount: Int) {
    var generator = SeededGenerator(seed: seed)
    for domain in KeyDomain.allCases {
      for number in 1...6 { _ = keys[domain].number(for: "\(domain.rawValue.prefix(2))-\(number)") }
    }
    _ = keys[.word].number(for: "homeless,migrant")
    let texts = ["", "AZ 1", "long certificate"]
    let bytes = Array(texts.joined().utf8)
    let cells = [
      Table.Cell(start: 0, length: 0), Table.Cell(start: 0, length: 4),
      Table.Cell(start: 4, length: 16),
    ]
    var columns: [RecordBatch.Column] = []
    for field in RecordType.credentialAttempt.fields {
      if field.kind == .text {
        columns.append(
          .texts((0..<rowCount).map { _ in cells[Int.random(in: 0..<3, using: &generator)] }))
      } else {
        columns.append(.codes((0..<rowCount).map { _ in Self.code(field.kind, &generator) }))
      }
    }
    batch = RecordBatch(
      type: .credentialAttempt, columns: columns, errors: Array(repeating: 0, count: rowCount))
    table = Table(
      bytes: bytes, cells: [], columnCount: 0, rowNumbers: (0..<rowCount).map { Int32($0 + 2) },
      longRows: [])
    for lookup in Self.definition.lookups {
      reference.tables[lookup.name] = Self.records(lookup, &generator)
    }
  }

  private static func code(_ kind: FieldKind, _ generator: inout SeededGenerator) -> Int32 {
    if Int.random(in: 0..<5, using: &generator) == 0 { return missingCode }
    switch kind {
    case .key, .text: return .random(in: 1...6, using: &generator)
    case .wordSet: return 7
    case .year: return .random(in: 2025...2026, using: &generator)
    case .day: return .random(in: 738_000...738_004, using: &generator)
    case .boolean: return .random(in: 0...1, using: &generator)
    case .integer, .hundredths: return .random(in: 0...3, using: &generator)
    }
  }

  /// Records of a look-up; one that expects one record finds at most one.
  private static func records(_ lookup: Lookup, _ generator: inout SeededGenerator)
    -> ReferenceTable
  {
    let count = lookup.expectsOne ? 12 : 60
    var columns = lookup.type.fields.map { field in
      (0..<count).map { _ in code(field.kind, &generator) }
    }
    for condition in lookup.conditions {
      columns[condition.field] = columns[condition.field].map { code in
        if condition.value == .year { return Int32(year.number) }
        return lookup.expectsOne && code == missingCode ? 1 : code
      }
    }
    if lookup.expectsOne {
      let keys = lookup.conditions.map { columns[$0.field] }
      var seen: Set<[Int32]> = []
      let kept = (0..<count).filter { row in seen.insert(keys.map { $0[row] }).inserted }
      columns = columns.map { column in kept.map { column[$0] } }
    }
    return ReferenceTable(columns: columns, rowCount: columns[0].count)
  }
}

/// The same rows as plain values, for the slow evaluator.
extension World {
  func variables(row: Int) -> [String: Value] {
    var variables: [String: Value] = [:]
    var codes: [Int32] = []
    for (field, column) in zip(RecordType.credentialAttempt.fields, batch.columns) {
      switch column {
      case .codes(let all):
        codes.append(all[row])
        variables[field.name] = value(all[row], field.kind)
      case .texts(let cells):
        codes.append(missingCode)
        if cells[row].length > 0 { variables[field.name] = .string(table.text(of: cells[row])) }
      case .absent: codes.append(missingCode)
      }
    }
    variables["this"] = RecordSchema.of(.credentialAttempt).record(variables)
    variables["year"] = .int(Int64(Self.year.number))
    variables["today"] = .timestamp(Self.moment(738_002))
    var found: [String: [Int32]] = [:]
    for lookup in Self.definition.lookups {
      guard let rows = rows(lookup, codes: codes, found: found),
        let table = reference.tables[lookup.name]
      else { continue }
      let records = rows.map { record($0, of: lookup.type, in: table) }
      if lookup.expectsOne {
        guard let first = rows.first else { continue }
        found[lookup.name] = table.columns.map { $0?[first] ?? missingCode }
        variables[lookup.name] = records[0]
      } else {
        variables[lookup.name] = .list(records)
      }
    }
    return variables
  }

  /// The records of a look-up, found by trying all; nil where a value to look for is missing.
  private func rows(_ lookup: Lookup, codes: [Int32], found: [String: [Int32]]) -> [Int]? {
    guard let table = reference.tables[lookup.name] else { return nil }
    var wanted: [(column: [Int32], code: Int32)] = []
    for condition in lookup.conditions {
      let code: Int32 =
        switch condition.value {
        case .year: Int32(Self.year.number)
        case .own(let field): codes[field]
        case .lookup(let name, let field): found[name]?[field] ?? missingCode
        }
      guard code != missingCode, let column = table.columns[condition.field] else { return nil }
      wanted.append((column, code))
    }
    return (0..<table.rowCount).filter { row in wanted.allSatisfy { $0.column[row] == $0.code } }
  }

  private func record(_ row: Int, of type: RecordType, in table: ReferenceTable) -> Value {
    var fields: [String: Value] = [:]
    for (field, column) in zip(type.fields, table.columns) {
      if let column { fields[field.name] = value(column[row], field.kind) }
    }
    return RecordSchema.of(type).record(fields)
  }

  private func value(_ code: Int32, _ kind: FieldKind) -> Value? {
    guard code != missingCode else { return nil }
    switch kind {
    case .key(let domain): return .string(keys[domain].text(of: code))
    case .text: return .string(keys[.word].text(of: code))
    case .wordSet:
      return .list(keys[.word].text(of: code).split(separator: ",").map { .string(String($0)) })
    case .year, .integer: return .int(Int64(code))
    case .day: return .timestamp(Self.moment(code))
    case .boolean: return .bool(code == 1)
    case .hundredths: return .double(Double(code) / 100)
    }
  }

  private static func moment(_ day: Int32) -> Timestamp {
    Timestamp(daysSince1970: Int64(day - CalendarDay.epochOrdinal))
  }
}
