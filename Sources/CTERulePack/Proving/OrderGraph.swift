/// What is known of the order of some terms, and all that follows from it.
struct OrderGraph {
  /// How one term stands to another.
  enum Link: UInt8, Comparable {
    case none
    /// It is at most the other.
    case weak
    /// It is less than the other.
    case strict

    static func < (first: Link, second: Link) -> Bool { first.rawValue < second.rawValue }
  }

  private let count: Int
  private var links: [Link]

  init(count: Int) {
    self.count = count
    links = Array(repeating: .none, count: count * count)
    for place in 0..<count { links[place * count + place] = .weak }
  }

  /// Returns what follows about two terms.
  func link(from low: Int, to high: Int) -> Link { links[low * count + high] }

  /// Adds that one term is at most another, or less.
  ///
  /// - Returns: Whether some values can stand in the order that there is now.
  mutating func add(from low: Int, to high: Int, _ link: Link) -> Bool {
    let back = self.link(from: high, to: low)
    if back != .none, max(back, link) == .strict { return false }
    if self.link(from: low, to: high) >= link { return true }
    for first in 0..<count where self.link(from: first, to: low) != .none {
      let before = max(self.link(from: first, to: low), link)
      for last in 0..<count where self.link(from: high, to: last) != .none {
        let found = max(before, self.link(from: high, to: last))
        if found > links[first * count + last] { links[first * count + last] = found }
      }
    }
    return true
  }
}
