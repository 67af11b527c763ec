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

  mutating func add(_ change: RecordChange) {
    add(change.type.name)
    add(change.key.codes)
    for version in [change.before, change.after] { add(version) }
  }

  /// Adds a version of a record, or that there is none.
  mutating func add(_ version: StoredRecord?) {
    guard let version else { return add([]) }
    add([version.stamp.submission, version.stamp.row, version.stamp.saved])
    for value in version.values {
      switch value {
      case .code(let code): add([code])
      case .text(let bytes):
        add([Int32(bytes.count)])
        hash.update(data: bytes)
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
