import CTECore
import Testing

struct ChangeModelTests {
  @Test(arguments: UInt64(1)...8)
  func `whatever is done, both stores hold what a slow model does, and all can be undone again`(
    seed: UInt64
  ) async throws {
    // A credential that was recorded before its enrollment goes with it, so not all earlier states come back.
    let isTidy = seed.isMultiple(of: 2)
    try await ChangeDemo.run(in: .sqlite) { first in
      try await ChangeDemo.run(in: .inMemory) { second in
        var life = RandomLife(seed: seed, isTidy: isTidy)
        var trial = ChangeTrial(demos: [first, second])
        for _ in 0..<40 {
          try await trial.take(life.deed(in: trial.model, trial.state))
        }
        #expect(trial.fates.isSuperset(of: [.done, .refused]))
        if isTidy { try await trial.goBack() }
        for demo in trial.demos {
          let events = trial.model.acts.count
          #expect(try await demo.tenant.verifyAudit() == .whole(events: events))
        }
      }
    }
  }
}

/// The same deeds in a model and in tenants of several stores.
struct ChangeTrial {
  let demos: [ChangeDemo]
  var model = ChangeModel()
  var state: ChangeModel.State
  /// What became of the deeds so far.
  var fates: Set<ChangeModel.Fate> = []

  init(demos: [ChangeDemo]) {
    self.demos = demos
    state = model.states().last ?? [:]
  }

  mutating func take(_ deed: RandomLife.Deed) async throws {
    let before = state
    let fate = model.take(deed)
    fates.insert(fate)
    state = model.states().last ?? [:]
    var told: [[String]] = []
    for demo in demos {
      let answer = try await demo.take(deed)
      told.append(answer.told)
      let place = "\(deed) as event \(model.acts.count): \(answer.told)"
      try #require(answer.fate == fate, "\(place)")
      let isAlike = try await demo.present() == Set(state.values)
      try #require(isAlike, "\(place)")
      if let counts = answer.counts {
        #expect(counts == Self.differences(before, state), "\(place)")
      }
    }
    #expect(Set(told).count == 1, "told of \(deed)")
  }

  /// How many records are gone, are others than before, and are new or back.
  private static func differences(
    _ before: ChangeModel.State, _ after: ChangeModel.State
  ) -> [Int] {
    [
      before.keys.filter { after[$0] == nil }.count,
      before.filter { after[$0.key] != nil && after[$0.key] != $0.value }.count,
      after.keys.filter { before[$0] == nil }.count,
    ]
  }

  /// Undoes everything, from the last event to the first.
  mutating func goBack() async throws {
    let states = model.states()
    for event in model.acts.indices.reversed().map({ $0 + 1 })
    where event > ChangeDemo.firstEvents {
      switch model.acts[event - 1] {
      case .upload(let number, _): try await take(.withdraw(number))
      case .withdraw: try await take(.undo(event))
      // An event that changed nothing can't be undone, and needn't.
      default:
        if states[event] != states[event - 1] || isTurn(event) { try await take(.undo(event)) }
      }
      let isBack = state == states[event - 1]
      let keys = Set(state.keys).union(states[event - 1].keys)
      let differing = keys.filter { state[$0] != states[event - 1][$0] }.map(\.parts)
      try #require(isBack, "before event \(event), \(model.acts[event - 1]): \(differing)")
    }
  }

  private func isTurn(_ event: Int) -> Bool {
    ChangeStory(acts: model.acts, states: model.states()).submission(of: event) != nil
  }
}
