/// Random numbers that are the same for the same seed in every run (SplitMix64; Steele, Lea and Flood 2014).
///
/// ```swift
/// var generator = SeededGenerator(seed: 7)
/// let row = Int.random(in: 1...100, using: &generator)
/// ```
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Creates a generator at the beginning of a seed's numbers.
  public init(seed: UInt64) {
    state = seed
  }

  /// Returns the next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension SeededGenerator {
  /// Returns a number from 0 that is smaller than a count, which is at least 1.
  package mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &self) }

  /// Returns true once in so many times.
  package mutating func chance(_ times: Int) -> Bool { below(times) == 0 }

  /// Returns one of some elements, of which there is at least one.
  package mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }
}
