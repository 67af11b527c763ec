import CTECore

extension ChangeModel {
  /// What becomes of something that somebody does.
  enum Fate: Equatable {
    case done
    /// Nothing is written, because all is there already or something is wrong with it.
    case idle
    case refused
  }

  /// Does something, if it can be done, and returns what became of it.
  mutating func take(_ deed: RandomLife.Deed) -> Fate {
    let states = states()
    let story = ChangeStory(acts: acts, states: states)
    switch deed {
    case .enroll(let records), .record(let records): return upload(records, story)
    case .add(let type, let values): return add(type, values, story)
    case .modify(let record, let values): return modify(record, values, story)
    case .delete(let records): acts.append(.delete(records.map(\.key)))
    case .withdraw(let number):
      guard submissions.contains(number), !story.withdrawn.contains(number) else {
        return .refused
      }
      acts.append(.withdraw(number))
    case .undo(let event):
      guard story.canUndo(event) else { return .refused }
      acts.append(.undo(event))
    case .undoWithdrawal(let number):
      let turns = story.turns(of: number)
      let open = story.withdrawn.contains(number) ? turns.first(where: story.canUndo) : turns.last
      guard let open else { return .refused }
      acts.append(.undo(open))
    }
    return .done
  }

  /// Takes a file in, of which the last row of a key counts.
  private mutating func upload(_ records: [ModelRecord], _ story: ChangeStory) -> Fate {
    let number = (submissions.last ?? 0) + 1
    let file = records.map(\.values)
    let last = Dictionary(records.map { ($0.key, $0.stored) }) { $1 }.values
    let equal = last.filter { story.state.has($0) }
    let taken = last.filter { $0.type == .enrollment || story.state.admits($0) }
    let isKnown = files.contains { $0.value == file && !story.withdrawn.contains($0.key) }
    // A file of which no row is taken is kept for its findings, unless it was there.
    if taken.allSatisfy(story.state.has), equal.count == last.count || isKnown { return .idle }
    files[number] = file
    acts.append(.upload(number, taken.sorted { $0.row < $1.row }))
    return .done
  }

  private mutating func add(
    _ type: ModelType, _ values: [String: String], _ story: ChangeStory
  ) -> Fate {
    var record = ModelRecord(
      type: type, values: values, submission: 0, row: nextEvent, saved: nextEvent)
    record.values["year"] = "2026"
    record.values["credential"] = type == .attempt ? RandomLife.credential(of: values) : nil
    record = record.stored
    if type == .attempt, !story.state.allows(record) { return .idle }
    if story.state[record.key] != nil { return .refused }
    acts.append(.save(nil, record))
    return .done
  }

  private mutating func modify(
    _ record: ModelRecord, _ values: [String: String], _ story: ChangeStory
  ) -> Fate {
    var other = record
    other.values.merge(values) { $1 }
    if record.type == .attempt {
      other.values["credential"] = RandomLife.credential(of: other.values)
    }
    other.saved = nextEvent
    other = other.stored
    let others = story.state.filter { $0.key != record.key }
    if record.type == .attempt, !others.allows(other) { return .idle }
    if others[other.key] != nil { return .refused }
    acts.append(.save(record.key, other))
    return .done
  }
}

extension ModelRecord {
  /// The record without what is missing in it.
  fileprivate var stored: ModelRecord {
    var record = self
    record.values = values.filter { !$0.value.isEmpty }
    return record
  }
}

extension ChangeModel.State {
  /// Whether a file may bring a credential: a student has each once, and of those without a name the same once.
  fileprivate func admits(_ record: ModelRecord) -> Bool {
    if let identity = record.identity { return !values.contains { $0.identity == identity } }
    return !values.contains { $0.identity == nil && $0.values == record.values }
  }

  /// Whether there is an equal record.
  fileprivate func has(_ record: ModelRecord) -> Bool {
    record.type == .enrollment
      ? self[record.key]?.values == record.values : values.contains { $0.values == record.values }
  }

  /// Whether a person may enter a credential: the student is enrolled and doesn't have it.
  fileprivate func allows(_ record: ModelRecord) -> Bool {
    admits(record)
      && values.contains { $0.type == .enrollment && $0.support == record.support }
  }
}
