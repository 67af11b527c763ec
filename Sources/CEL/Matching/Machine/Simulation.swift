/// Follows all ways through an automaton at once, byte by byte.
///
/// An instruction is visited once for a byte however many ways lead there, so the time for a text
/// is at most its length times the size of the automaton.
struct Simulation {
  private let automaton: Automaton
  private let isWhole: Bool
  private var current: SparseSet
  private var next: SparseSet
  /// Whether the pattern was found.
  private(set) var hasMatched = false
  /// Whether a way stands before an assertion and needs to know the byte to come.
  private(set) var awaitsNeighbor = false

  init(_ automaton: Automaton, isWhole: Bool) {
    self.automaton = automaton
    self.isWhole = isWhole
    current = SparseSet(limit: automaton.instructions.count)
    next = SparseSet(limit: automaton.instructions.count)
  }

  /// Whether no way is left.
  var isStuck: Bool { current.count == 0 }

  /// The instructions that the future depends on, in ascending order.
  var essence: [Int32] {
    var essence: [Int32] = []
    for position in 0..<current.count {
      switch automaton.instructions[current[position]] {
      case .bytes, .assertion, .match: essence.append(Int32(current[position]))
      case .fork, .jump: break
      }
    }
    return essence.sorted()
  }

  /// Goes to the beginning of a text.
  mutating func begin() {
    resume(at: [Int32(isWhole ? automaton.wholeStart : automaton.searchStart)])
  }

  /// Goes to where some instructions are next.
  mutating func resume(at instructions: [Int32]) {
    current.removeAll()
    for index in instructions { current.insert(Int(index)) }
    explore(place: nil)
  }

  /// Passes the assertions that hold between a byte and the next, or the end of the text.
  mutating func pass(from before: Neighbor, to after: Neighbor) {
    if awaitsNeighbor || after == .edge { explore(place: (before, after)) }
  }

  /// Takes a byte.
  mutating func advance(over byte: UInt8) {
    next.removeAll()
    for position in 0..<current.count {
      if let target = automaton.target(of: current[position], over: byte) { next.insert(target) }
    }
    swap(&current, &next)
    explore(place: nil)
  }

  /// Adds all that is reached without a byte; assertions are passed if the place is known.
  private mutating func explore(place: (before: Neighbor, after: Neighbor)?) {
    hasMatched = false
    awaitsNeighbor = false
    var position = 0
    while position < current.count {
      let index = current[position]
      switch automaton.instructions[index] {
      case .bytes: break
      case .fork(let first, let second):
        current.insert(index + first)
        current.insert(index + second)
      case .jump(let offset): current.insert(index + offset)
      case .assertion(let assertion):
        guard let (before, after) = place else {
          awaitsNeighbor = true
          break
        }
        if assertion.holds(between: before, and: after) { current.insert(index + 1) }
      case .match: if !isWhole || place?.after == .edge { hasMatched = true }
      }
      position += 1
    }
  }
}

extension Simulation {
  /// Returns whether a text matches from a position on, where the simulation stands.
  mutating func matches(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, behind neighbor: Neighbor
  ) -> Bool {
    var before = neighbor
    for byte in text[start...] {
      let after = Neighbor(byte)
      pass(from: before, to: after)
      if hasMatched { return true }
      advance(over: byte)
      if hasMatched || isStuck { return hasMatched }
      before = after
    }
    pass(from: before, to: .edge)
    return hasMatched
  }
}
