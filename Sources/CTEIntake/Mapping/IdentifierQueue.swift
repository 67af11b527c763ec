import CTERulePack

/// Identifiers of a fixed number of digits in some rows, whose numbers are found together.
struct IdentifierQueue {
  /// How many rows a queue has room for.
  static let capacity = 32

  private let digits: Int
  /// Room for identifiers whose zeros are restored.
  private let padding: UnsafeMutableBufferPointer<UInt8>
  private var texts: [UnsafeBufferPointer<UInt8>] = []
  private var rows: [Int] = []

  /// - Parameter padding: Room for `capacity` identifiers, as long as the queue is used.
  init(digits: Int, padding: UnsafeMutableBufferPointer<UInt8>) {
    self.digits = digits
    self.padding = padding
    texts.reserveCapacity(Self.capacity)
    rows.reserveCapacity(Self.capacity)
  }

  var isFull: Bool { texts.count == Self.capacity }

  /// Adds the identifier of a row, which may lack zeros before its digits.
  mutating func add(_ text: UnsafeBufferPointer<UInt8>, _ row: Int) {
    texts.append(text.count < digits ? padded(text) : text)
    rows.append(row)
  }

  private func padded(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let start = texts.count * digits
    let zeros = digits - text.count
    for index in 0..<zeros { padding[start + index] = UInt8(ascii: "0") }
    for index in text.indices { padding[start + zeros + index] = text[index] }
    return UnsafeBufferPointer(rebasing: padding[start..<start + digits])
  }

  /// Puts the numbers of all identifiers in the queue into their rows, and empties it.
  mutating func resolve(by keys: inout KeyTable, into codes: UnsafeMutableBufferPointer<Int32>) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: rows.count) { numbers in
      texts.withUnsafeBufferPointer { keys.findNumbers(of: $0, into: numbers) }
      for (row, number) in zip(rows, numbers) { codes[row] = number }
    }
    texts.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
  }
}
