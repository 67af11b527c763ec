import CTECore

/// One event of a model, with all that went before.
struct ChangeStory {
  typealias State = ChangeModel.State

  /// The events before.
  let acts: [ChangeModel.Act]
  /// What there was after each of them, beginning with what there was before the first.
  let states: [State]
  /// What there is.
  var state: State

  init(acts: [ChangeModel.Act], states: [State]) {
    self.acts = acts
    self.states = states
    state = states[acts.count]
  }

  mutating func play(_ act: ChangeModel.Act) {
    switch act {
    case .other: break
    case .upload(_, let records):
      for record in records where state[record.key]?.values != record.values {
        state[record.key] = record
      }
    case .save(let old, let record):
      if let old { state[old] = nil }
      state[record.key] = record
    case .delete(let keys): for key in keys { set([key: nil]) }
    case .withdraw(let number): withdraw(number)
    case .undo(let event): undo(event)
    }
  }

  /// Sets some records of one type, and removes what then rests on nothing any more.
  mutating func set(_ changes: [ModelKey: ModelRecord?]) {
    var lost: Set<[String]> = []
    for (key, record) in changes {
      if record == nil, key.type == .enrollment, let old = state[key] { lost.insert(old.support) }
      state[key] = record
    }
    lost.subtract(supports(in: state))
    for (key, record) in state where key.type == .attempt && lost.contains(record.support) {
      state[key] = nil
    }
  }

  func supports(in state: State) -> Set<[String]> {
    Set(state.values.filter { $0.type == .enrollment }.map(\.support))
  }

  private mutating func withdraw(_ number: Int) {
    for type in ModelType.allCases {
      var changes: [ModelKey: ModelRecord?] = [:]
      for (key, record) in state
      where key.type == type && record.submission == number && record.saved == 0 {
        changes[key] = .some(standing(record, withdrawn: withdrawn.union([number])))
      }
      set(changes)
    }
  }
}

// What happened.
extension ChangeStory {
  /// The submission that an event made, withdrew or put back; nil where it did none of that.
  func submission(of event: Int) -> Int? {
    switch acts[event - 1] {
    case .upload(let number, _), .withdraw(let number): number
    case .undo(let undone): submission(of: undone)
    default: nil
    }
  }

  /// The events about a submission after its upload, in their order.
  func turns(of number: Int) -> [Int] {
    (1...max(acts.count, 1)).filter { event in
      guard event <= acts.count, submission(of: event) == number else { return false }
      if case .upload = acts[event - 1] { return false }
      return true
    }
  }

  /// The submissions that are withdrawn: each turn is the opposite of the one before.
  var withdrawn: Set<Int> {
    let numbers = acts.compactMap { act in
      if case .upload(let number, _) = act { number } else { nil }
    }
    return Set(numbers.filter { !turns(of: $0).count.isMultiple(of: 2) })
  }

  func event(of upload: Int) -> Int {
    1
      + (acts.firstIndex { act in
        if case .upload(upload, _) = act { true } else { false }
      } ?? 0)
  }

  /// Returns a version, or the one before it where it came with a withdrawn upload and nobody has saved it.
  func standing(_ record: ModelRecord?, withdrawn: Set<Int>) -> ModelRecord? {
    guard let record, record.saved == 0, withdrawn.contains(record.submission) else {
      return record
    }
    let before = states[event(of: record.submission) - 1][record.key]
    return standing(before, withdrawn: withdrawn)
  }

  /// Returns the keys of which an event changed the record.
  func changed(by event: Int) -> Set<ModelKey> {
    let (before, after) = (states[event - 1], states[event])
    return Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
  }

  /// Returns whether an event can be undone.
  func canUndo(_ event: Int) -> Bool {
    guard (1...max(acts.count, 1)).contains(event), event <= acts.count else { return false }
    guard let number = submission(of: event) else { return !changed(by: event).isEmpty }
    let turns = turns(of: number)
    guard turns.contains(event) else { return false }
    // What was done to the upload since must have been undone again.
    var undone: Set<Int> = []
    for turn in turns.reversed() where turn > event && !undone.contains(turn) {
      guard case .undo(let other) = acts[turn - 1], other > event else { return false }
      undone.insert(other)
    }
    return true
  }
}
