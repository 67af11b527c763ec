import CEL
import CTEModel
import CTERulePack

/// The rows that are being checked, laid out so that compiled rules read any value in a step or two.
final class Frame {
  /// The codes of the record's fields, by the field's place; one buffer each.
  private(set) var fields: [CodeBuffer] = []
  /// The first and the one after the last record that each look-up finds for a row; -1 where it can't be asked, and
  /// `unjudged` where it finds none in a list that is only a part.
  private(set) var lows: [CodeBuffer] = []
  private(set) var highs: [CodeBuffer] = []
  static let unjudged: Int32 = -2
  /// The same fields and ranges for rules, which find them wherever a larger batch has moved them.
  let fieldCells: [Cells]
  let ranges: [RowRanges]
  private let lowCells: [Cells]
  private let highCells: [Cells]
  let indexes: [LookupIndex?]
  private let type: RecordType
  private(set) var capacity = 0
  private(set) var table: Table?
  private var texts: [[Table.Cell]] = []
  /// The identifiers, while a batch is checked.
  var keys: UnsafePointer<KeyTables>?

  init(type: RecordType, indexes: [LookupIndex?]) {
    self.type = type
    self.indexes = indexes
    fieldCells = type.fields.map { _ in CodeBuffer(capacity: 1).cells }
    lowCells = indexes.map { _ in CodeBuffer(capacity: 1).cells }
    highCells = indexes.map { _ in CodeBuffer(capacity: 1).cells }
    ranges = zip(lowCells, highCells).map { RowRanges(from: $0, to: $1) }
    reserve(1)
  }

  func load(_ batch: RecordBatch, table: Table) {
    if table.rowCount > capacity { reserve(table.rowCount) }
    self.table = table
    texts = Array(repeating: [], count: type.fields.count)
    for (index, column) in batch.columns.enumerated() {
      switch column {
      case .absent: fields[index].base.update(repeating: missingCode, count: table.rowCount)
      case .codes(let codes): fields[index].copy(codes)
      case .texts(let cells): texts[index] = cells
      }
    }
  }

  /// Returns the text of a field in a row, or nil where it is missing.
  func text(of field: Int, row: Int) -> String? {
    guard !texts[field].isEmpty, let table else { return nil }
    let cell = texts[field][row]
    return cell.length == 0 ? nil : table.text(of: cell)
  }

  /// Returns the text for which a number of a domain stands, while a batch is checked.
  func text(_ domain: KeyDomain, _ code: Int32) -> String {
    guard let keys else { preconditionFailure("identifiers are read while a batch is checked") }
    return keys.pointee[domain].text(of: code)
  }

  private func reserve(_ count: Int) {
    capacity = count
    (fields, lows, highs) = ([], [], [])
    fields = fieldCells.map { Self.buffer(for: $0, count) }
    lows = lowCells.map { Self.buffer(for: $0, count) }
    highs = highCells.map { Self.buffer(for: $0, count) }
  }

  /// Returns a buffer to which cells refer from now on; the earlier one is given up first.
  private static func buffer(for cells: Cells, _ count: Int) -> CodeBuffer {
    let empty = CodeBuffer(capacity: 1)
    cells.move(to: empty.base, of: empty)
    let buffer = CodeBuffer(capacity: count)
    cells.move(to: buffer.base, of: buffer)
    return buffer
  }
}

extension Frame {
  /// Asks every look-up for every row. Look-ups may use what earlier ones found.
  func resolveLookups(count: Int, lookups: [Lookup], year: Int32) {
    for (place, index) in indexes.enumerated() {
      let lows = lows[place].base
      let highs = highs[place].base
      guard let index else {
        lows.update(repeating: -1, count: count)
        highs.update(repeating: -1, count: count)
        continue
      }
      let pivot = source(of: index.pivot, lookups: lookups, year: year)
      let rest = index.rest.map { ($0.column, source(of: $0.value, lookups: lookups, year: year)) }
      for row in 0..<count {
        let code = pivot(row)
        var range = code == missingCode ? (low: -1, high: -1) : index.range(of: code)
        for (column, value) in rest where range.low >= 0 {
          let code = value(row)
          range = code == missingCode ? (-1, -1) : index.narrow(range, column: column, to: code)
        }
        if index.isPartial, range.low >= 0, range.low >= range.high {
          range = (Self.unjudged, Self.unjudged)
        }
        lows[row] = range.low
        highs[row] = range.high
      }
    }
  }

  /// Returns how the value of a path is read in a row; the buffers stay where they are while a batch is checked.
  func source(of path: FieldPath, lookups: [Lookup], year: Int32) -> (Int) -> Int32 {
    switch path {
    case .year: return { _ in year }
    case .own(let field):
      let codes = fields[field].base
      return { codes[$0] }
    case .lookup(let name, let field):
      guard let place = lookups.firstIndex(where: { $0.name == name }),
        let column = indexes[place]?.columns[field]?.base
      else { return { _ in missingCode } }
      let low = lows[place].base
      let high = highs[place].base
      return { row in low[row] >= 0 && low[row] < high[row] ? column[Int(low[row])] : missingCode }
    }
  }
}
