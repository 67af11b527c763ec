/// Returns the candidate that a misspelt name most likely stands for, or nil where none is near.
///
/// Near means: at most a third of the name's characters, and at least one, are wrong, missing or too many;
/// two neighbours in the wrong order count as one.
public func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
  let limit = max(1, name.count / 3)
  let wanted = Array(name.lowercased())
  let rated = candidates.compactMap { candidate -> (distance: Int, name: String)? in
    let other = Array(candidate.lowercased())
    guard abs(other.count - wanted.count) <= limit else { return nil }
    return (distance(wanted, other), candidate)
  }
  return rated.filter { $0.distance <= limit }.min { $0 < $1 }?.name
}

private func distance(_ first: [Character], _ second: [Character]) -> Int {
  var older: [Int] = []
  var previous = Array(0...second.count)
  for (row, character) in first.enumerated() {
    var current = [row + 1]
    for (column, other) in second.enumerated() {
      var best = min(
        previous[column] + (character == other ? 0 : 1), previous[column + 1] + 1,
        current[column] + 1)
      if row > 0, column > 0, character == second[column - 1], first[row - 1] == other {
        best = min(best, older[column - 1] + 1)
      }
      current.append(best)
    }
    (older, previous) = (previous, current)
  }
  return previous[second.count]
}
