/// Why there is no answer for a row.
public struct RowTrouble: Error, Hashable, Sendable {
  /// The number of the row.
  public let row: Int
  /// What is wrong.
  public let error: EvaluationError
}

extension BatchEvaluator {
  /// Fewer rows are asked one by one: getting ready for many would take longer.
  private static let fewRows = 16

  /// Returns the answers for rows of an expression that is a question; `troubles` says afterwards what went wrong.
  ///
  /// They are those that `answer(row:)` gives, but where columns are `packed`, many rows are asked at once.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - isAsked: For each of the rows, whether it is asked; the answer for others is none. Nil asks all.
  /// - Throws: `RowTrouble` for the first row whose evaluation would cost more than it may.
  public func answers(
    rows: Range<Int>, where isAsked: [Bool]? = nil
  ) throws(RowTrouble) -> [Answer] {
    precondition(
      isAsked.map { $0.count == rows.count } ?? true, "every row says whether it is asked")
    troubles = []
    var answers = Array(repeating: Answer.none, count: rows.count)
    let kernel = rows.count < Self.fewRows ? nil : kernel
    for first in stride(from: 0, to: rows.count, by: Stretch.length) {
      let count = min(Stretch.length, rows.count - first)
      note(isAsked.map { $0[first..<first + count] }, count)
      let stretch = Stretch(
        first: rows.lowerBound + first, count: count, asked: asked.base, states: states.base)
      if let kernel {
        kernel(stretch)
      } else {
        states.base.update(repeating: State.open, count: count)
      }
      try settle(stretch, &answers, at: first)
    }
    return answers
  }

  /// Notes which rows of a stretch are asked.
  private func note(_ isAsked: ArraySlice<Bool>?, _ count: Int) {
    guard let isAsked else { return asked.base.update(repeating: 1, count: count) }
    for (row, isAsked) in isAsked.enumerated() { asked.base[row] = isAsked ? 1 : 0 }
  }

  /// Turns what is known of rows into answers, and evaluates those of which too little is known.
  private func settle(
    _ stretch: Stretch, _ answers: inout [Answer], at first: Int
  ) throws(RowTrouble) {
    let (states, asked) = (stretch.states, stretch.asked)
    var openCount = 0
    for row in 0..<stretch.count {
      let state = asked[row] == 0 ? State.missing : states[row]
      openCount += state == State.open ? 1 : 0
      answers[first + row] = Answer(rawValue: state) ?? .none
    }
    guard openCount > 0 else { return }
    for row in 0..<stretch.count where asked[row] != 0 && states[row] == State.open {
      answers[first + row] = try settled(row: stretch.first + row)
    }
  }

  private func settled(row: Int) throws(RowTrouble) -> Answer {
    do throws(EvaluationError) {
      let answer = try answer(row: row)
      if let trouble { troubles.append(RowTrouble(row: row, error: trouble)) }
      return answer
    } catch {
      throw RowTrouble(row: row, error: error)
    }
  }
}
