import CTEIntake
import CTEModel
import CTERulePack

/// The records of the lists that ship with a pack, for checks where a tenant has loaded none of its own.
struct PackLists {
  private let pack: RulePack
  /// What was read so far, by the list's name.
  private var read: [String: ListRecords] = [:]

  init(of pack: RulePack) {
    self.pack = pack
  }

  private func list(of type: RecordType) -> PackList? {
    pack.lists.first { list in
      pack.formats[list.format]?.records.contains { $0.type == type } ?? false
    }
  }

  /// Returns the records that a look-up asks for, or nil where no list has any of the type.
  ///
  /// - Throws: `IntakeError` where a list can't be read, or has mistakes in it.
  mutating func table(
    for request: ReferenceRequest, keys: inout KeyTables
  ) throws -> (table: ReferenceTable, list: PackList)? {
    guard let list = list(of: request.type) else { return nil }
    let records = try self.read[list.name] ?? ListRecords(list, of: pack, keys: &keys)
    if let finding = records.findings.first {
      throw IntakeError(
        .malformed,
        "the list \(list.path) of the pack has a mistake in cell \(finding.cell): \(finding.message)"
      )
    }
    self.read[list.name] = records
    return (records.table(for: request, isPartial: list.isPartial, keys: &keys), list)
  }
}

/// The records of one list.
struct ListRecords {
  let batches: [Batch]
  /// What is wrong with its cells.
  let findings: [Finding]

  /// Reads a list and takes what its format makes of it.
  init(_ list: PackList, of pack: RulePack, keys: inout KeyTables) throws {
    var file = try IncomingFile(
      path: list.file, format: list.format, pack: pack, reading: .ofPacks)
    var sorter = RowSorter(match: file.match)
    var mapper = Mapper(match: file.match, pack: pack)
    var batches: [Batch] = []
    var findings: [Finding] = []
    while let table = try file.next() {
      let (kinds, strays) = try sorter.sort(table)
      findings += strays
      for kind in kinds {
        let (batch, found) = mapper.map(kind.table, making: kind.records, keys: &keys)
        batches.append(batch)
        findings += found
      }
    }
    self.batches = batches
    self.findings = findings
  }

  func table(
    for request: ReferenceRequest, isPartial: Bool, keys: inout KeyTables
  ) -> ReferenceTable {
    var columns: [[Int32]?] = request.type.fields.map { _ in nil }
    for field in request.fields { columns[field] = [] }
    var rowCount = 0
    for batch in batches {
      for records in batch.records where records.type == request.type {
        let rows = records.rows(of: request.year)
        rowCount += rows.count
        for field in request.fields {
          columns[field]? += records.codes(of: field, rows, table: batch.table, keys: &keys)
        }
      }
    }
    return ReferenceTable(columns: columns, rowCount: rowCount, isPartial: isPartial)
  }
}

extension RecordBatch {
  /// The rows without an error, of one year where one is wanted.
  fileprivate func rows(of year: FiscalYear?) -> [Int] {
    let sound = errors.indices.filter { errors[$0] == 0 }
    guard let year, let field = type.index(of: "year"), case .codes(let years) = columns[field]
    else { return sound }
    return sound.filter { years[$0] == Int32(year.number) }
  }

  fileprivate func codes(
    of field: Int, _ rows: [Int], table: Table, keys: inout KeyTables
  ) -> [Int32] {
    switch columns[field] {
    case .absent: rows.map { _ in missingCode }
    case .codes(let codes): rows.map { codes[$0] }
    case .texts(let cells):
      rows.map { row in
        cells[row].length == 0
          ? missingCode : keys[.word].number(for: table.text(of: cells[row]))
      }
    }
  }
}
