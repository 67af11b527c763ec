import CTERulePack
import Crypto

/// The digest of everything that a submission writes, for its event in the audit log.
struct ChangeDigest {
  private var hash = SHA256()

  mutating func add(_ changes: ChangeSet) {
    for key in changes.newKeys {
      add([key.number])
      hash.update(data: Array(key.text.utf8))
    }
    for records in changes.records {
      add(records.rowNumbers)
      for column in records.columns {
        switch column {
        case .absent: break
        case .codes(let codes): add(codes)
        case .texts(let cells): add(cells, in: records.bytes)
        }
      }
    }
  }

  var value: String { hash.finalize().hexadecimal }

  private mutating func add(_ codes: [Int32]) {
    codes.withUnsafeBytes { hash.update(bufferPointer: $0) }
  }

  private mutating func add(_ cells: [Table.Cell], in bytes: [UInt8]) {
    bytes.withUnsafeBytes { bytes in
      for cell in cells where cell.length > 0 {
        let start = Int(cell.start)
        hash.update(
          bufferPointer: UnsafeRawBufferPointer(rebasing: bytes[start..<start + Int(cell.length)]))
      }
    }
  }
}
