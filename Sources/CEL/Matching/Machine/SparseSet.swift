/// A set of small numbers that is emptied at once and keeps the order of insertion.
///
/// Preston Briggs and Linda Torczon, "An Efficient Representation for Sparse Sets", 1993.
struct SparseSet {
  private var members: [Int]
  private var positions: [Int]
  private(set) var count = 0

  /// Creates an empty set for numbers below a limit.
  init(limit: Int) {
    members = Array(repeating: 0, count: limit)
    positions = Array(repeating: 0, count: limit)
  }

  /// Returns the member that came at a position.
  subscript(position: Int) -> Int { members[position] }

  mutating func insert(_ member: Int) {
    // What stands beyond the count is left from before and counts for nothing.
    let position = positions[member]
    if position < count && members[position] == member { return }
    members[count] = member
    positions[member] = count
    count += 1
  }

  mutating func removeAll() {
    count = 0
  }
}
