import TypicalRule

/// A typical rule of a pack, evaluated in this process.
struct RuleJob: Job {
  let name = "rule"
  let sentence =
    "The rule \(TypicalRule.text) over columns, compiled, against its Swift closure over the same."
  /// What is to be reached of the closure's time.
  let time = 8.0

  func outcome(_ setting: Setting) throws -> Outcome {
    let rule = try TypicalRule()
    let count = rule.countByClosure()
    guard try rule.countByLanguage() == count, try rule.countByLanguageRowByRow() == count else {
      throw Trouble("the rule and its closure answer differently")
    }
    var language: [Double] = []
    var single: [Double] = []
    var closure: [Double] = []
    for _ in 0..<(setting.runs ?? 11) {
      language.append(try nanoseconds { try rule.countByLanguage() })
      single.append(try nanoseconds { try rule.countByLanguageRowByRow() })
      closure.append(nanoseconds { rule.countByClosure() })
    }
    let texts = [language, single, closure].map { $0.median.asFigure + " ns" }
    return Outcome(
      job: name,
      lines: [
        "the language, a batch at once: \(texts[0]) an evaluation",
        "the language, row by row: \(texts[1]) an evaluation",
        "the closure: \(texts[2]) an evaluation",
      ],
      bounds: [
        Bound(
          figure: "time", ours: texts[0], other: texts[2],
          reached: language.median / closure.median, limit: time)
      ])
  }

  /// Returns how long one of many evaluations takes.
  ///
  /// - Parameter body: Evaluates every row, and returns how many it holds of.
  private func nanoseconds(_ body: () throws -> Int) rethrows -> Double {
    let passes = 500
    let clock = SuspendingClock()
    var count = 0
    let elapsed = try clock.measure {
      for _ in 0..<passes { count += try body() }
    }
    precondition(count > 0, "the rule holds of some rows")
    return elapsed / .nanoseconds(passes * TypicalRule.rowCount)
  }
}
