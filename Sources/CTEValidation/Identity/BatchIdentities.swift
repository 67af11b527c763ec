import CTEModel
import CTERulePack

/// The identities of a batch's records, with digests of what they store.
struct BatchIdentities {
  /// The identities, as the index numbers them.
  let identities: [UInt64]
  /// The digests of what the records store.
  let digests: [UInt64]
  /// Whether no part of an identity is missing.
  let areWhole: [Bool]

  /// Makes the identities of a batch.
  ///
  /// History may lack a part of its identity; what stands in its place is made of the content, so that the same record is
  /// known again and others are left alone.
  ///
  /// - Parameters:
  ///   - stored: The fields that are stored, by their place in the type.
  ///   - parts: The fields of the identity.
  init(
    _ batch: RecordBatch, of table: Table, storing stored: [Int], identifiedBy parts: [Int],
    in frame: Frame, numberedBy index: IdentityIndex
  ) {
    let digests = Self.digests(of: stored.map { batch.columns[$0] }, in: table)
    let columns = parts.map { frame.fields[$0].base }
    var areWhole = Array(repeating: true, count: table.rowCount)
    var identities = Array(repeating: UInt64(0), count: table.rowCount)
    for row in 0..<table.rowCount {
      identities[row] = index.identity(columns.count) { part in
        let code = columns[part][row]
        guard code == missingCode else { return code }
        areWhole[row] = false
        return ContentDigest.placeholder(of: digests[row])
      }
    }
    self.identities = identities
    self.digests = digests
    self.areWhole = areWhole
  }

  private static func digests(of columns: [RecordBatch.Column], in table: Table) -> [UInt64] {
    var digests = Array(repeating: ContentDigest(), count: table.rowCount)
    for column in columns {
      switch column {
      case .absent: for row in digests.indices { digests[row].combine(missingCode) }
      case .codes(let codes): for row in digests.indices { digests[row].combine(codes[row]) }
      case .texts(let cells):
        table.bytes.withUnsafeBufferPointer { bytes in
          for row in digests.indices {
            let start = Int(cells[row].start)
            let end = start + Int(cells[row].length)
            digests[row].combine(UnsafeBufferPointer(rebasing: bytes[start..<end]))
          }
        }
      }
    }
    return digests.map(\.value)
  }
}
