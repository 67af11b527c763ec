import CTEModel
import CTERulePack

extension CellParser {
  /// Reads identifiers of a fixed number of digits. Zeros that a spreadsheet stripped are restored and counted.
  mutating func digits(
    _ count: Int, restoresZeros: Bool, into keys: inout KeyTable
  ) -> [Int32] {
    var restored = 0
    var firstRestored = 0
    let codes = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) {
      (padded: UnsafeMutableBufferPointer<UInt8>) -> [Int32] in
      self.codes(
        { (text: UnsafeBufferPointer<UInt8>, row: Int) -> Int32 in
          guard text.count <= count, text.count == count || restoresZeros else {
            return missingCode
          }
          for byte in text where byte &- 0x30 > 9 { return missingCode }
          if text.count == count { return keys.number(for: text) }
          let zeros = count - text.count
          for index in 0..<zeros { padded[index] = 0x30 }
          for index in 0..<text.count { padded[zeros + index] = text[index] }
          if restored == 0 { firstRestored = row }
          restored += 1
          return keys.number(for: UnsafeBufferPointer(padded))
        }, problem: { CellProblem.notDigits($0, count: count) })
    }
    self.count(.restoredZeros, restored, first: firstRestored)
    return codes
  }
}
