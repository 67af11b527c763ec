/// Keeps what a question says of each text, which stands as a number in a column, so that a text is judged once.
final class TextJudge {
  /// The number of the text that is judged; nil for a row without a text.
  final class Subject {
    var code: Int32?
  }

  private let subject: Subject
  private let step: Step<Bool>
  private let frame: Frame
  private var states: UnsafeMutableBufferPointer<UInt8> = .allocate(capacity: 0)
  /// What is said of a row without a text.
  private(set) lazy var stateOfNone = judge(nil)

  /// Stands for a text that wasn't judged yet.
  private static let unknown: UInt8 = 255
  /// Numbers beyond are judged every time, because one large number must not take all memory.
  private static let capacityLimit = 1 << 24

  init(_ subject: Subject, _ step: @escaping Step<Bool>, _ frame: Frame) {
    self.subject = subject
    self.step = step
    self.frame = frame
  }

  deinit {
    states.deallocate()
  }

  private func judge(_ code: Int32?) -> UInt8 {
    subject.code = code
    return frame.state(of: step)
  }

  /// Judges a text, and keeps what comes of it.
  private func judge(_ code: Int32) -> UInt8 {
    let state = judge(Optional(code))
    guard code >= 0, code < Self.capacityLimit else { return state }
    if code >= states.count { grow(to: Int(code) + 1) }
    states[Int(code)] = state
    return state
  }

  private func grow(to count: Int) {
    let more = UnsafeMutableBufferPointer<UInt8>.allocate(
      capacity: min(Self.capacityLimit, max(256, count + count / 2)))
    more.initialize(repeating: Self.unknown)
    for code in states.indices { more[code] = states[code] }
    states.deallocate()
    states = more
  }

  /// Answers for the rows of a stretch from the numbers of their texts.
  func answer(_ stretch: Stretch, _ numbers: UnsafePointer<Int32>, missing: Int32) {
    var known = UnsafeBufferPointer(states)
    for row in 0..<stretch.count {
      let code = numbers[row]
      if code == missing {
        stretch.states[row] = stateOfNone
        continue
      }
      let isInReach = UInt32(bitPattern: code) < UInt32(known.count)
      let state = isInReach ? known[Int(code)] : Self.unknown
      stretch.states[row] = state
      // Looking up is quicker than finding out whether the row is asked at all; judging isn't.
      if state == Self.unknown, stretch.asked[row] != 0 {
        stretch.states[row] = judge(code)
        known = UnsafeBufferPointer(states)
      }
    }
  }

  /// Answers for the rows of a stretch, whose texts' numbers are read one by one.
  func answer(_ stretch: Stretch, reading read: (Int) -> Int32?) {
    for row in 0..<stretch.count where stretch.asked[row] != 0 {
      var state = Self.unknown
      if let code = read(stretch.first + row) {
        if states.indices.contains(Int(code)) { state = states[Int(code)] }
        if state == Self.unknown { state = judge(code) }
      } else {
        state = stateOfNone
      }
      stretch.states[row] = state
    }
  }
}
