/// The part of a deterministic automaton that texts have led to so far.
struct StateCache {
  /// What the rest of a text can't tell apart: where the simulation stands, and what is before it.
  struct State: Hashable {
    let instructions: [Int32]
    /// The last byte, if an assertion will ask for it.
    let before: Neighbor
  }

  /// How many numbers the cache may hold, of four bytes each.
  static let usualLimit = 1 << 19

  private let byteClasses: ByteClasses
  private let limit: Int
  private var size = 0
  /// How often the cache was full and began anew.
  private(set) var renewals = 0
  private(set) var states: [State] = []
  private var steps: [State: Step] = [:]
  /// The step from each state over each class of bytes, and last over the end of the text.
  private var table: [Step] = []
  /// The step to the state at the beginning of a text.
  var start = Step.unknown

  init(_ byteClasses: ByteClasses, limit: Int) {
    self.byteClasses = byteClasses
    self.limit = limit
  }

  private var width: Int { byteClasses.count + 1 }

  /// Returns the step to a state, which is added if it's new; nil if the cache is full.
  mutating func step(to state: State) -> Step? {
    if let known = steps[state] { return known }
    // A state stands in the list and in the dictionary, with some room to spare.
    let growth = state.instructions.count + width + 16
    guard states.isEmpty || size + growth <= limit else { return nil }
    size += growth
    let step = Step(row: table.count)
    table.append(contentsOf: repeatElement(.unknown, count: width))
    states.append(state)
    steps[state] = step
    return step
  }

  func state(behind step: Step) -> State { states[step.row / width] }

  /// Remembers the step from a state over a byte, or over the end if there is none.
  mutating func remember(_ next: Step, behind step: Step, over byte: UInt8?) {
    table[step.row + (byte.map { Int(byteClasses.numbers[Int($0)]) } ?? byteClasses.count)] = next
  }

  /// Forgets everything, so that no step from before leads anywhere.
  mutating func renew() {
    renewals += 1
    size = 0
    states.removeAll()
    steps.removeAll()
    table.removeAll()
    start = .unknown
  }
}

extension StateCache {
  /// Follows a text as far as the steps are known, and returns the first that leads to no state.
  ///
  /// The place stays before the byte of that step.
  func follow(_ text: UnsafeBufferPointer<UInt8>, from place: inout Place) -> Step {
    table.withUnsafeBufferPointer { table in
      byteClasses.numbers.withUnsafeBufferPointer { classes in
        var (row, position) = (place.step.row, place.position)
        defer { place = Place(step: Step(row: row), position: position) }
        while position < text.count {
          let next = table[row + Int(classes[Int(text[position])])]
          guard next.isState else { return next }
          row = next.row
          position += 1
        }
        return table[row + byteClasses.count]
      }
    }
  }
}
