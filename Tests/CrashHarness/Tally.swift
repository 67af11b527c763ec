/// How many kills came to what.
struct Tally {
  private var whole = 0
  private var absent = 0
  private var halfDone = 0
  private var lost = 0
  private var auditBreaks = 0
  private var notKilled = 0

  mutating func add(_ outcome: Performance.Outcome) {
    switch outcome {
    case .whole: whole += 1
    case .absent: absent += 1
    case .halfDone: halfDone += 1
    case .lost: lost += 1
    case .auditBreak: auditBreaks += 1
    case .notKilled: notKilled += 1
    }
  }

  static func + (first: Tally, second: Tally) -> Tally {
    var sum = first
    sum.whole += second.whole
    sum.absent += second.absent
    sum.halfDone += second.halfDone
    sum.lost += second.lost
    sum.auditBreaks += second.auditBreaks
    sum.notKilled += second.notKilled
    return sum
  }

  var isClean: Bool { halfDone + lost + auditBreaks + notKilled == 0 }

  private var kills: Int { whole + absent + halfDone + lost + auditBreaks }

  /// What became of one operation.
  var detail: String { "\(kills) kills, whole after \(whole), absent after \(absent)" }

  /// The last line.
  var summary: String {
    "\(kills) kills: \(halfDone) half-done, \(lost) lost, \(auditBreaks) audit breaks"
  }
}
