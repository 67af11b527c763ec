/// Where an operation's process is killed.
enum Kill: Hashable, Sendable {
  /// By itself, at a step, when it is reached for the n-th time, from 1.
  case step(String, Int)
  /// By another process, after a share of the time that the operation takes.
  case between(Double)
}

extension Kill: CustomStringConvertible {
  var description: String {
    switch self {
    case .step(let name, let time): "at \(name), time \(time)"
    case .between(let share): "after \(Int(share * 100)) % of the time"
    }
  }
}

/// Which operations are killed where: every step of every operation once, as far as the kills reach, and the rest by lot.
enum KillPlan {
  /// How often each operation reaches each step.
  typealias Steps = [(operation: String, steps: [(name: String, count: Int)])]

  static func kills(_ count: Int, over operations: Steps, seed: UInt64) -> [(operation: Int, Kill)]
  {
    var kills: [(operation: Int, Kill)] = []
    for (place, operation) in operations.enumerated() {
      kills += operation.steps.map { (place, .step($0.name, 1)) }
    }
    var lots = SeededLots(seed: seed)
    while kills.count < count {
      let place = Int.random(in: operations.indices, using: &lots)
      let step = operations[place].steps.randomElement(using: &lots)
      if let step, Bool.random(using: &lots) {
        kills.append((place, .step(step.name, Int.random(in: 1...step.count, using: &lots))))
      } else {
        kills.append((place, .between(Double.random(in: 0.1..<1, using: &lots))))
      }
    }
    return Array(kills.prefix(count)).sorted { $0.operation < $1.operation }
  }
}

/// The same lots for the same seed.
private struct SeededLots: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
