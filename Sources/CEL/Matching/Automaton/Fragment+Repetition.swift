extension Fragment {
  /// Returns the number of instructions that a repetition adds.
  func growth(by repetition: Repetition) -> Int {
    let count = instructions.count
    if count == 0 { return 0 }
    guard let maximum = repetition.maximum else {
      return repetition.minimum == 0 ? 2 : (repetition.minimum - 1) * count + 1
    }
    return max(maximum * count + (maximum - repetition.minimum) - count, 0)
  }

  /// Returns a fragment that leads through this one again and again.
  func repeated(_ repetition: Repetition) -> Fragment {
    if instructions.isEmpty { return self }
    var result = Fragment()
    for _ in 0..<repetition.minimum { result.append(self) }
    if let maximum = repetition.maximum {
      result.append(optional(times: maximum - repetition.minimum))
    } else if repetition.minimum == 0 {
      result.append(looped)
    } else {
      // Instead of a loop behind the last copy, that copy is the loop.
      result.append(Fragment([.fork(-instructions.count, 1)]))
    }
    result.repetitions = repetitions * max(repetition.count, 1)
    return result
  }

  /// Any number of it, also none.
  private var looped: Fragment {
    let count = instructions.count
    return Fragment([.fork(1, count + 2)] + instructions + [.jump(-count - 1)])
  }

  /// Returns at most a number of it: from before each copy, a fork leads behind the last.
  private func optional(times: Int) -> Fragment {
    var result: [Instruction] = []
    let length = instructions.count + 1
    for remaining in stride(from: times, to: 0, by: -1) {
      result.append(.fork(1, remaining * length))
      result += instructions
    }
    return Fragment(result)
  }
}
