import CTEModel
import CTERulePack

extension CellParser {
  /// Reads identifiers of a fixed number of digits. Zeros that a spreadsheet stripped are restored and counted.
  mutating func digits(
    _ count: Int, restoresZeros: Bool, into keys: inout KeyTable
  ) -> [Int32] {
    var repaired = RepairedCells()
    var bad: [Int] = []
    let (table, column) = (table, column)
    let codes = [Int32](unsafeUninitializedCapacity: table.rowCount) { codes, initialized in
      codes.initialize(repeating: missingCode)
      initialized = table.rowCount
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: IdentifierQueue.capacity * count) {
        var queue = IdentifierQueue(digits: count, padding: $0)
        table.bytes.withUnsafeBufferPointer { bytes in
          for row in 0..<table.rowCount {
            let cell = table.cells[row * table.columnCount + column]
            guard cell.length > 0 else { continue }
            let start = Int(cell.start)
            let text = UnsafeBufferPointer(rebasing: bytes[start..<start + Int(cell.length)])
            guard Self.areDigits(text), text.count == count || restoresZeros && text.count < count
            else {
              bad.append(row)
              continue
            }
            if text.count < count { repaired.add(row) }
            queue.add(text, row)
            if queue.isFull { queue.resolve(by: &keys, into: codes) }
          }
          queue.resolve(by: &keys, into: codes)
        }
      }
    }
    for row in bad {
      report(row, CellProblem.notDigits(table.text(row: row, column: column), count: count))
    }
    self.count(.restoredZeros, repaired.count, first: repaired.firstRow)
    return codes
  }

  private static func areDigits(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in text where byte &- 0x30 > 9 { return false }
    return true
  }
}
