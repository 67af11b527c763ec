/// The names that a part has, as far as they must be counted: no part of a workbook has hundreds of them.
struct MetNames {
  /// The hashes of the names; 0 where there is none.
  private var slots = [UInt64](repeating: 0, count: 8192)
  private var count = 0
  private var bytes = 0

  private static let mostNames = 4096
  private static let mostBytes = 1 << 20

  /// Notes a name that ends with a zero, and returns whether there are still no more than there may be.
  @inline(__always)
  mutating func meet(_ name: UnsafePointer<CChar>) -> Bool {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var place = 0
    while name[place] != 0 {
      hash = (hash ^ UInt64(UInt8(bitPattern: name[place]))) &* 0x100_0000_01B3
      place += 1
    }
    return note(hash | 1, bytes: place)
  }

  /// Notes the names of attributes.
  @inline(__always)
  mutating func meet(_ attributes: XMLAttributes) -> Bool {
    var place = 0
    while let name = attributes.list[place] {
      guard meet(name) else { return false }
      place += 2
    }
    return true
  }

  @inline(__always)
  private mutating func note(_ hash: UInt64, bytes length: Int) -> Bool {
    var slot = Int(truncatingIfNeeded: (hash ^ hash >> 32) & UInt64(slots.count - 1))
    while slots[slot] != hash {
      guard slots[slot] != 0 else {
        slots[slot] = hash
        count += 1
        bytes += length
        return count <= Self.mostNames && bytes <= Self.mostBytes
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return true
  }
}
