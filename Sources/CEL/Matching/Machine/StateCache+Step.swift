extension StateCache {
  /// Where a byte leads: to the row of a state in the table, or to an answer.
  struct Step: Equatable {
    /// Not worked out yet.
    static let unknown = Step(number: -1)
    /// Nothing that follows will make the text match.
    static let failed = Step(number: -2)
    /// Whatever follows, the text matches.
    static let matched = Step(number: -3)

    private let number: Int32

    init(row: Int) { number = Int32(row) }
    private init(number: Int32) { self.number = number }

    var isState: Bool { number >= 0 }
    var row: Int { Int(number) }
  }

  /// The last step in a text, and the position behind it.
  struct Place {
    var step: Step
    var position: Int
  }
}
