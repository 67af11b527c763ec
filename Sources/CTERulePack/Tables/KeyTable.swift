public import CTEModel

/// The identifiers of one domain, each once, with a small number in its place.
///
/// Numbers begin at 1. Those up to `storedCount` stand in the tenant's store; later ones were met in a file.
public struct KeyTable: Sendable {
  /// The identifiers, one after the other, by the places at which they were added, from 1.
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = [0]
  private var numbering = KeyNumbering()
  /// The upper half of an identifier's hash and its place; 0 where the slot is free.
  private var slots: [UInt64] = Array(repeating: 0, count: 64)
  private var used = 0
  /// Creates an empty table.
  public init() {}

  /// The greatest number that the tenant's store knows.
  public var storedCount: Int32 { numbering.storedCount }

  /// The greatest number given so far.
  public var count: Int32 { numbering.greatest(places: places) }

  private var places: Int32 { Int32(ends.count - 1) }

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
    numbering.addStored(number, at: places + 1)
    let hash = Self.hash(key)
    insert(key, hash: hash, at: freeSlot(for: hash))
  }

  /// Leaves out the numbers up to one: the store uses them for nothing, or for what nobody here asks about.
  public mutating func skipStored(upTo number: Int32) {
    numbering.skipStored(upTo: number, places: places)
  }

  /// The identifiers that were met in a file, in the order of their numbers.
  public var newTexts: [String] {
    storedCount < count ? (storedCount + 1...count).map { text(of: $0) } : []
  }

  /// Returns the number of an identifier, giving it one if it has none.
  public mutating func number(for key: UnsafeBufferPointer<UInt8>) -> Int32 {
    number(for: key, hash: Self.hash(key))
  }

  /// Finds the numbers of several identifiers, giving one to each that has none.
  ///
  /// A table of many identifiers is larger than what a processor keeps at hand; asked for several at once, it waits for the
  /// memory of all of them together. Ask for a few dozen at a time.
  public mutating func findNumbers(
    of keys: UnsafeBufferPointer<UnsafeBufferPointer<UInt8>>,
    into numbers: UnsafeMutableBufferPointer<Int32>
  ) {
    withUnsafeTemporaryAllocation(of: Guess.self, capacity: keys.count) { guesses in
      guess(keys, guesses)
      for place in keys.indices {
        let guess = guesses[place]
        numbers[place] =
          guess.place > 0 && isEqual(guess.place, keys[place])
          ? numbering.number(at: guess.place) : number(for: keys[place], hash: guess.hash)
      }
    }
  }

  /// Where an identifier probably stands; 0 where it probably is unknown.
  private struct Guess {
    var hash: UInt64
    var place: Int32
  }

  private func guess(
    _ keys: UnsafeBufferPointer<UnsafeBufferPointer<UInt8>>,
    _ guesses: UnsafeMutableBufferPointer<Guess>
  ) {
    for place in keys.indices {
      guesses.initializeElement(at: place, to: Guess(hash: Self.hash(keys[place]), place: 0))
    }
    slots.withUnsafeBufferPointer { slots in
      for place in keys.indices {
        let hash = guesses[place].hash
        let slot = slots[Int(truncatingIfNeeded: hash) & (slots.count - 1)]
        guesses[place].place = slot >> 32 == hash >> 32 ? Int32(truncatingIfNeeded: slot) : 0
      }
    }
  }

  private mutating func number(for key: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int32 {
    switch find(key, hash: hash) {
    case .taken(let place): return numbering.number(at: place)
    case .free(let slot): return numbering.number(at: insert(key, hash: hash, at: slot))
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
    if case .taken(let place) = find(key, hash: Self.hash(key)) {
      numbering.number(at: place)
    } else {
      nil
    }
  }

  /// Returns the text of a number that the table has given; that of a number that was left out is empty.
  public func text(of number: Int32) -> String {
    guard let place = numbering.place(of: number) else { return "" }
    let range = Int(ends[Int(place) - 1])..<Int(ends[Int(place)])
    return String(decoding: bytes[range], as: UTF8.self)
  }

  // MARK: - Hashing

  private enum Finding {
    /// The identifier has a place.
    case taken(Int32)
    /// It has none, and this is its slot.
    case free(Int)
  }

  private func find(_ key: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Finding {
    slots.withUnsafeBufferPointer { slots in
      let mask = slots.count - 1
      var index = Int(truncatingIfNeeded: hash) & mask
      while slots[index] != 0 {
        let slot = slots[index]
        if slot >> 32 == hash >> 32 {
          let place = Int32(truncatingIfNeeded: slot)
          if isEqual(place, key) { return .taken(place) }
        }
        index = (index + 1) & mask
      }
      return .free(index)
    }
  }

  private func isEqual(_ place: Int32, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(ends[Int(place) - 1])
    guard Int(ends[Int(place)]) - start == key.count else { return false }
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

  /// Adds an identifier, and returns its place.
  @discardableResult
  private mutating func insert(
    _ key: UnsafeBufferPointer<UInt8>, hash: UInt64, at slot: Int
  ) -> Int32 {
    bytes.append(contentsOf: key)
    ends.append(UInt32(bytes.count))
    slots[slot] = (hash >> 32) << 32 | UInt64(UInt32(bitPattern: places))
    used += 1
    if used * 2 > slots.count { rehash(to: slots.count * 2) }
    return places
  }

  private mutating func rehash(to size: Int) {
    let old = slots
    slots = Array(repeating: 0, count: size)
    for slot in old where slot != 0 {
      let place = Int(Int32(truncatingIfNeeded: slot))
      let range = Int(ends[place - 1])..<Int(ends[place])
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
