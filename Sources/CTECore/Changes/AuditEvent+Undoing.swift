import CTEStore
import Foundation

extension AuditEvent {
  private struct Details: Decodable {
    let undoes: Int?
  }

  /// The event that this one undid; nil where it is no undo.
  fileprivate var undone: Int? {
    // Details that can't be read tell of no undo.
    (try? JSONDecoder().decode(Details.self, from: Data(draft.details.utf8)))?.undoes
  }
}

extension BidirectionalCollection<AuditEvent> {
  /// Whether each of the events was undone by another of them, so that everything is as if there had been none.
  var cancelOut: Bool {
    let own = Set(map(\.number))
    var undone: Set<Int> = []
    for event in reversed() where !undone.contains(event.number) {
      guard let other = event.undone, own.contains(other) else { return false }
      undone.insert(other)
    }
    return true
  }
}
