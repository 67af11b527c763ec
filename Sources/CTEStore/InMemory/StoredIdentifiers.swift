import CTERulePack

/// The identifiers of one domain that records use, each with the number that stands for it.
struct StoredIdentifiers: Sendable {
  /// The greatest number given so far, or 0 where there is none. Numbers below may have been left out.
  private(set) var greatest: Int32 = 0

  // Bytes and not strings: texts that only look alike are different identifiers.
  private var texts: [Int32: [UInt8]] = [:]
  private var numbers: [[UInt8]: Int32] = [:]

  /// Adds an identifier.
  ///
  /// - Throws: `StoreError` with the code `unusable` where its number or its text is taken.
  mutating func add(_ key: ChangeSet.NewKey) throws {
    let text = Array(key.text.utf8)
    guard texts[key.number] == nil, numbers[text] == nil else {
      throw StoreError(.unusable, "the identifier \(key) is there already")
    }
    texts[key.number] = text
    numbers[text] = key.number
    greatest = max(greatest, key.number)
  }

  /// Returns the texts of numbers that stand for some.
  func texts(of numbers: [Int32]) -> [Int32: String] {
    var found: [Int32: String] = [:]
    for number in numbers {
      found[number] = texts[number].map { String(decoding: $0, as: UTF8.self) }
    }
    return found
  }

  /// Returns the identifiers as a table.
  ///
  /// - Parameter wanted: The only texts to return; nil for all.
  func table(of wanted: [String]?) -> KeyTable {
    let listed = wanted.map { $0.compactMap { numbers[Array($0.utf8)] } } ?? Array(texts.keys)
    var table = KeyTable()
    for number in listed.sorted() {
      texts[number]?.withUnsafeBufferPointer { table.appendStored($0, number: number) }
    }
    table.skipStored(upTo: greatest)
    return table
  }
}
