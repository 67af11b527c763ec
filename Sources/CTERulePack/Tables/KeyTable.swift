public import CTEModel

/// The identifiers of one domain, each once, with a small number in its place.
///
/// Numbers begin at 1. Those up to `storedCount` stand in the tenant's store; later ones were met in a file.
public struct KeyTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = [0]
  /// The upper half of an identifier's hash and its number; 0 where the slot is free.
  private var slots: [UInt64] = Array(repeating: 0, count: 64)
  private var used = 0
  /// The greatest number that the tenant's store knows.
  public private(set) var storedCount: Int32 = 0

  /// Creates an empty table.
  public init() {}

  /// The greatest number given so far.
  public var count: Int32 { Int32(ends.count - 1) }

  /// Makes room for identifiers, so that filling the table doesn't grow it again and again.
  public mutating func reserve(_ keys: Int, bytes byteCount: Int) {
    bytes.reserveCapacity(byteCount)
    ends.reserveCapacity(keys + 1)
    var size = slots.count
    while size < keys * 2 { size *= 2 }
    if size > slots.count { rehash(to: size) }
  }

  /// Adds an identifier that the store knows under a number, which must be greater than any before.
  public mutating func appendStored(_ key: UnsafeBufferPointer<UInt8>, number: Int32) {
    precondition(number > count, "stored identifiers come in the order of their numbers")
    skipStored(upTo: number - 1)
    let hash = Self.hash(key)
    insert(key, hash: hash, at: freeSlot(for: hash))
    storedCount = number
  }

  /// Leaves out the numbers up to one: the store uses them for nothing, or for what nobody here asks about.
  public mutating func skipStored(upTo number: Int32) {
    let last = UInt32(bytes.count)
    if number > count { ends.append(contentsOf: repeatElement(last, count: Int(number - count))) }
    storedCount = max(storedCount, number)
  }

  /// The identifiers that were met in a file, in the order of their numbers.
  public var newTexts: [String] {
    storedCount < count ? (storedCount + 1...count).map { text(of: $0) } : []
  }

  /// Returns the number of an identifier, giving it one if it has none.
  public mutating func number(for key: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = Self.hash(key)
    switch find(key, hash: hash) {
    case .number(let number): return number
    case .free(let slot): return insert(key, hash: hash, at: slot)
    }
  }

  /// Returns the number of an identifier, giving it one if it has none.
  public mutating func number(for key: String) -> Int32 {
    var key = key
    return key.withUTF8 { number(for: $0) }
  }

  /// Returns the number of an identifier, or nil where it has none.
  public func knownNumber(for key: String) -> Int32? {
    var key = key
    return key.withUTF8 { knownNumber(for: $0) }
  }

  /// Returns the number of an identifier, or nil where it has none.
  public func knownNumber(for key: UnsafeBufferPointer<UInt8>) -> Int32? {
    if case .number(let number) = find(key, hash: Self.hash(key)) { number } else { nil }
  }

  /// Returns the text of a number that the table has given.
  public func text(of number: Int32) -> String {
    let range = Int(ends[Int(number) - 1])..<Int(ends[Int(number)])
    return String(decoding: bytes[range], as: UTF8.self)
  }

  // MARK: - Hashing

  private enum Place {
    case number(Int32)
    case free(Int)
  }

  private func find(_ key: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Place {
    slots.withUnsafeBufferPointer { slots in
      let mask = slots.count - 1
      var index = Int(truncatingIfNeeded: hash) & mask
      while slots[index] != 0 {
        let slot = slots[index]
        if slot >> 32 == hash >> 32 {
          let number = Int32(truncatingIfNeeded: slot)
          if isEqual(number, key) { return .number(number) }
        }
        index = (index + 1) & mask
      }
      return .free(index)
    }
  }

  private func isEqual(_ number: Int32, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(ends[Int(number) - 1])
    guard Int(ends[Int(number)]) - start == key.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<key.count where bytes[start + index] != key[index] { return false }
      return true
    }
  }

  private func freeSlot(for hash: UInt64) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while slots[index] != 0 { index = (index + 1) & mask }
    return index
  }

  @discardableResult
  private mutating func insert(
    _ key: UnsafeBufferPointer<UInt8>, hash: UInt64, at slot: Int
  ) -> Int32 {
    bytes.append(contentsOf: key)
    ends.append(UInt32(bytes.count))
    slots[slot] = (hash >> 32) << 32 | UInt64(UInt32(bitPattern: count))
    used += 1
    if used * 2 > slots.count { rehash(to: slots.count * 2) }
    return count
  }

  private mutating func rehash(to size: Int) {
    let old = slots
    slots = Array(repeating: 0, count: size)
    for slot in old where slot != 0 {
      let number = Int(Int32(truncatingIfNeeded: slot))
      let range = Int(ends[number - 1])..<Int(ends[number])
      let hash = bytes.withUnsafeBufferPointer {
        Self.hash(UnsafeBufferPointer(rebasing: $0[range]))
      }
      slots[freeSlot(for: hash)] = slot
    }
  }

  private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    let raw = UnsafeRawBufferPointer(key)
    var hash = UInt64(truncatingIfNeeded: key.count) &* factor
    var index = 0
    while index + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      hash = mix(hash ^ word, factor)
      index += 8
    }
    var rest: UInt64 = 0
    while index < raw.count {
      rest = rest << 8 | UInt64(raw[index])
      index += 1
    }
    return mix(hash ^ rest, 0xD6E8_FEB8_6659_FD93)
  }

  @inline(__always)
  private static func mix(_ value: UInt64, _ factor: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: factor)
    return product.low ^ product.high
  }
}

/// The key tables of a tenant, one for each domain.
public struct KeyTables: Sendable {
  private var tables: [KeyTable]

  /// Creates empty tables.
  public init() {
    tables = KeyDomain.allCases.map { _ in KeyTable() }
  }

  /// The table of a domain.
  public subscript(domain: KeyDomain) -> KeyTable {
    get { tables[domain.place] }
    _modify { yield &tables[domain.place] }
  }
}

extension KeyDomain {
  /// The domain's place among all.
  var place: Int {
    switch self {
    case .organization: 0
    case .program: 1
    case .course: 2
    case .credential: 3
    case .credentialCode: 4
    case .student: 5
    case .educator: 6
    case .word: 7
    case .offering: 8
    case .section: 9
    }
  }
}
