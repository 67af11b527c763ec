/// Ways to ask questions of a stretch of rows.
enum Kernels {
  /// Both of two questions, or either of them: what decides from the left spares asking on the right.
  static func logic(isAnd: Bool, _ first: @escaping Kernel, _ second: @escaping Kernel) -> Kernel {
    let others = Scratch(repeating: State.open)
    let rest = Scratch<UInt8>(repeating: 0)
    // Either of two holds unless both don't.
    let flip = isAnd ? Lanes.zero : .ones
    return { stretch in
      first(stretch)
      let (states, asked) = (stretch.states.lanes, stretch.asked.lanes)
      let (others, rest) = (others.base.lanes, rest.base.lanes)
      var isAsked = Lanes.zero
      for lane in 0..<stretch.laneCount {
        let state = states[lane].flipped(flip)
        rest[lane] = asked[lane] & state.undecided
        isAsked |= rest[lane]
        states[lane] = state
      }
      if isAsked != 0 { second(stretch.asking(rest, into: others)) }
      for lane in 0..<stretch.laneCount {
        states[lane] = states[lane].and(others[lane].flipped(flip)).flipped(flip)
      }
    }
  }

  static func not(_ question: @escaping Kernel) -> Kernel {
    { stretch in
      question(stretch)
      let states = stretch.states.lanes
      for lane in 0..<stretch.laneCount { states[lane] = states[lane].flipped(.ones) }
    }
  }

  /// Whether two questions have the same answer.
  static func same(
    _ first: @escaping Kernel, _ second: @escaping Kernel, wanted: Bool
  ) -> Kernel {
    let others = Scratch(repeating: State.open)
    let flip = wanted ? Lanes.ones : .zero
    return { stretch in
      first(stretch)
      second(stretch.asking(stretch.asked.lanes, into: others.base.lanes))
      let (states, others) = (stretch.states.lanes, others.base.lanes)
      for lane in 0..<stretch.laneCount {
        let (state, other) = (states[lane], others[lane])
        let answer = (state.low ^ other.low ^ flip) & ~other.high | other.low & other.high
        states[lane] = Lanes(
          low: answer & ~state.high | state.low & state.high, high: state.high | other.high)
      }
    }
  }

  /// One question or another, as a condition says.
  static func choice(
    _ condition: @escaping Kernel, _ first: @escaping Kernel, _ second: @escaping Kernel
  ) -> Kernel {
    let (ifTrue, ifFalse) = (Scratch(repeating: State.open), Scratch(repeating: State.open))
    let (asksFirst, asksSecond) = (Scratch<UInt8>(repeating: 0), Scratch<UInt8>(repeating: 0))
    return { stretch in
      condition(stretch)
      let (states, asked) = (stretch.states.lanes, stretch.asked.lanes)
      let (yes, no) = (asksFirst.base.lanes, asksSecond.base.lanes)
      for lane in 0..<stretch.laneCount {
        yes[lane] = asked[lane] & states[lane].low & ~states[lane].high
        no[lane] = asked[lane] & ~(states[lane].low | states[lane].high)
      }
      first(stretch.asking(yes, into: ifTrue.base.lanes))
      second(stretch.asking(no, into: ifFalse.base.lanes))
      for lane in 0..<stretch.laneCount {
        let rest = Lanes.ones & ~(yes[lane] | no[lane])
        states[lane] =
          (states[lane] & (rest * 3)) | (ifTrue.base.lanes[lane] & (yes[lane] * 3))
          | (ifFalse.base.lanes[lane] & (no[lane] * 3))
      }
    }
  }

  /// A question that is evaluated row by row, within what it may cost.
  static func each(_ step: @escaping Step<Bool>, _ frame: Frame) -> Kernel {
    { stretch in
      for row in 0..<stretch.count where stretch.asked[row] != 0 {
        frame.row.pointee = stretch.first + row
        stretch.states[row] = frame.state(of: step)
      }
    }
  }
}

extension Stretch {
  /// The same rows, for another question that is wanted of some of them.
  func asking(
    _ asked: UnsafeMutablePointer<Lanes>, into states: UnsafeMutablePointer<Lanes>
  ) -> Stretch {
    asking(UnsafePointer(asked), into: states)
  }

  /// The same rows, for another question that is wanted of some of them.
  func asking(_ asked: UnsafePointer<Lanes>, into states: UnsafeMutablePointer<Lanes>) -> Stretch {
    Stretch(
      first: first, count: count,
      asked: UnsafeRawPointer(asked).assumingMemoryBound(to: UInt8.self),
      states: UnsafeMutableRawPointer(states).assumingMemoryBound(to: UInt8.self))
  }
}

extension Lanes {
  /// Yes for no and no for yes, in the bytes of a mask of ones.
  @inline(__always)
  fileprivate func flipped(_ mask: Lanes) -> Lanes { self ^ (mask & ~high) }

  /// One where what stands to the right decides: neither no, nor open.
  @inline(__always)
  fileprivate var undecided: Lanes { low ^ high }

  /// Whether both hold: what is no decides from either side, and what is open from the left.
  @inline(__always)
  fileprivate func and(_ other: Lanes) -> Lanes {
    let isOpen = low & high
    let isMissing = (high | other.high) & (other.high | other.low)
    let isTrue = other.low & (other.high | low)
    return Lanes(low: undecided & isTrue | isOpen, high: undecided & isMissing | isOpen)
  }
}

extension Frame {
  /// Returns what is known of a question after it was evaluated once.
  func state(of step: Step<Bool>) -> UInt8 {
    reset()
    do throws(Failure) { return State.of(try step(self)) } catch {
      return error.code == .missing ? State.missing : State.open
    }
  }
}
