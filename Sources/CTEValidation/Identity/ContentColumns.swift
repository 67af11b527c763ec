import CTEModel
import CTERulePack

/// The stored columns of a batch, for digests of their content.
struct ContentColumns {
  private let columns: [RecordBatch.Column]
  private let table: Table

  init(_ batch: RecordBatch, fields: [Int], table: Table) {
    columns = fields.map { batch.columns[$0] }
    self.table = table
  }

  func digest(of row: Int) -> UInt64 {
    var digest = ContentDigest()
    table.bytes.withUnsafeBufferPointer { bytes in
      for column in columns {
        switch column {
        case .absent: digest.combine(missingCode)
        case .codes(let codes): digest.combine(codes[row])
        case .texts(let cells):
          let start = Int(cells[row].start)
          let end = start + Int(cells[row].length)
          digest.combine(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        }
      }
    }
    return digest.value
  }
}
