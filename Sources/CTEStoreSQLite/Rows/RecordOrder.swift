import CTEModel
import CTERulePack

/// The order in which records are written: that of their natural key, and where it is equal that of the file.
struct RecordOrder {
  /// The records, by their place in the changes.
  private(set) var records: [Int] = []
  /// The records that a later one of the same natural key stands in for, where records are updated.
  private(set) var superseded: Set<Int> = []

  private let keys: [[Int32]]

  init(_ changes: RecordChanges) {
    keys = changes.type.naturalKey.compactMap { name in
      guard let field = changes.type.index(of: name),
        let place = changes.fields.firstIndex(of: field),
        case .codes(let codes) = changes.columns[place]
      else { return nil }
      return codes
    }
    let entries = changes.rowNumbers.indices.map { Entry($0, keys) }.sorted()
    records = entries.map { Int($0.record) }
    if changes.updates { findSuperseded(entries) }
  }

  /// Records of equal first keys stand together; those that are equal in all are few among them.
  private mutating func findSuperseded(_ entries: [Entry]) {
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].isBeside(entries[start]) { end += 1 }
      if end - start > 1 { findSuperseded(among: records[start..<end]) }
      start = end
    }
  }

  private mutating func findSuperseded(among records: ArraySlice<Int>) {
    if records.count > 32 {
      var seen: Set<[Int32]> = []
      for record in records.reversed() where !seen.insert(keys.map { $0[record] }).inserted {
        superseded.insert(record)
      }
      return
    }
    for (place, record) in zip(records.indices, records)
    where records[(place + 1)...].contains(where: { isSame(record, $0) }) {
      superseded.insert(record)
    }
  }

  private func isSame(_ first: Int, _ second: Int) -> Bool {
    for key in keys where key[first] != key[second] { return false }
    return true
  }

  /// A record with the first three parts of its natural key.
  private struct Entry: Comparable {
    let high: UInt64
    let low: UInt64

    init(_ record: Int, _ keys: [[Int32]]) {
      func part(_ place: Int) -> UInt64 {
        keys.count > place ? UInt64(UInt32(bitPattern: keys[place][record])) : 0
      }
      high = part(0) << 32 | part(1)
      low = part(2) << 32 | UInt64(UInt32(record))
    }

    var record: UInt32 { UInt32(truncatingIfNeeded: low) }

    func isBeside(_ other: Entry) -> Bool {
      high == other.high && low >> 32 == other.low >> 32
    }

    @inline(__always)
    static func < (first: Entry, second: Entry) -> Bool {
      first.high != second.high ? first.high < second.high : first.low < second.low
    }
  }
}
