import CTECore

extension ChangeStory {
  /// Gives every record that an event changed the version before, if it still is as the event left it.
  mutating func undo(_ event: Int) {
    var gone = withdrawn
    if let number = submission(of: event) {
      if gone.remove(number) == nil { gone.insert(number) }
    }
    for type in ModelType.allCases {
      let keys = changed(by: event).filter { $0.type == type }
      let stuck = stuck(keys, event)
      var changes: [ModelKey: ModelRecord?] = [:]
      for key in keys where state[key] == states[event][key] {
        let (before, left) = (states[event - 1][key], states[event][key])
        if let name = (before ?? left)?.id, stuck.contains(name) { continue }
        let target = standing(before, withdrawn: gone)
        if state[key] != target { changes[key] = .some(target) }
      }
      set(admitted(changes, event))
    }
  }

  /// Returns the names of records that the event gave another key, and that aren't as it left them.
  private func stuck(_ keys: Set<ModelKey>, _ event: Int) -> Set<RecordID> {
    let (before, after) = (states[event - 1], states[event])
    let left = Set(keys.filter { after[$0] == nil }.compactMap { before[$0]?.id })
    let reached = Set(keys.filter { before[$0] == nil }.compactMap { after[$0]?.id })
    let changed = keys.filter { state[$0] != after[$0] }.compactMap {
      (before[$0] ?? after[$0])?.id
    }
    return left.intersection(reached).intersection(changed)
  }

  /// Leaves out records that were recorded again, or whose enrollment has gone since.
  private func admitted(
    _ changes: [ModelKey: ModelRecord?], _ event: Int
  ) -> [ModelKey: ModelRecord?] {
    let lost = supports(in: states[event - 1]).subtracting(supports(in: state))
    let stays = state.filter { changes[$0.key] != .some(nil) }
    let taken = Set(stays.values.compactMap(\.identity))
    let out = changes.filter { key, record in
      guard state[key] == nil, let record, record.type == .attempt else { return false }
      return record.identity.map(taken.contains) ?? false || lost.contains(record.support)
    }
    let names = Set(out.values.compactMap { $0?.id })
    return changes.filter { key, record in
      if out.keys.contains(key) { return false }
      // What keeps its key can't have the earlier one beside it.
      return record != nil || !(state[key].map { names.contains($0.id) } ?? false)
    }
  }
}
