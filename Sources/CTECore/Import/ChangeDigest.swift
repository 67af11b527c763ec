import CTERulePack
import CTEStore
import Crypto

/// The digest of everything that a submission writes, for its event in the audit log.
struct ChangeDigest {
  private var hash = SHA256()

  mutating func add(_ changes: ChangeSet) {
    for key in changes.newKeys {
      add(key.domain.rawValue)
      add([key.number])
      add(key.text)
    }
    for records in changes.records {
      add(records.type.name)
      add(records.fields.map { Int32($0) })
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

  // Everything follows its length, so that no two change sets look alike.

  private mutating func add(_ text: String) {
    add([Int32(text.utf8.count)])
    hash.update(data: Array(text.utf8))
  }

  private mutating func add(_ codes: [Int32]) {
    withUnsafeBytes(of: Int32(codes.count)) { hash.update(bufferPointer: $0) }
    codes.withUnsafeBytes { hash.update(bufferPointer: $0) }
  }

  private mutating func add(_ cells: [Table.Cell], in bytes: [UInt8]) {
    add(cells.map { Int32($0.length) })
    bytes.withUnsafeBytes { bytes in
      for cell in cells where cell.length > 0 {
        let start = Int(cell.start)
        hash.update(
          bufferPointer: UnsafeRawBufferPointer(rebasing: bytes[start..<start + Int(cell.length)]))
      }
    }
  }
}
