/// The bytes that no instruction of an automaton tells apart, as one class each.
struct ByteClasses: Sendable {
  /// The class of each byte.
  let numbers: [UInt8]
  let count: Int

  /// Creates the classes from the transitions, which may begin and end anywhere.
  init(transitions: [Transition], hasAssertions: Bool) {
    var beginsClass = [Bool](repeating: false, count: 257)
    for transition in transitions {
      beginsClass[Int(transition.bytes.lowerBound)] = true
      beginsClass[Int(transition.bytes.upperBound) + 1] = true
    }
    if hasAssertions {
      for byte in UInt8.min..<UInt8.max where Neighbor(byte) != Neighbor(byte + 1) {
        beginsClass[Int(byte) + 1] = true
      }
    }
    var numbers: [UInt8] = [0]
    for byte in 1...255 {
      numbers.append(numbers[byte - 1] + (beginsClass[byte] ? 1 : 0))
    }
    self.numbers = numbers
    count = Int(numbers[255]) + 1
  }
}
