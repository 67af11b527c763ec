import CTEModel
import CTERulePack
import CTEStore

/// What was there before an event for others to rest on, and isn't as it was.
struct LostSupport {
  private let event: Int
  private let session: any WriteSession
  /// The events of the submissions.
  private let uploads: [Int32: Int]

  init(since event: Int, _ session: any WriteSession, _ submissions: [Submission]) {
    self.event = event
    self.session = session
    uploads = Dictionary(
      uniqueKeysWithValues: submissions.map { (Int32($0.number), $0.event) })
  }

  /// Returns the values that supporting records had before the event which were changed or removed since.
  func values(of support: Support) async throws -> Set<[Int32]> {
    let fields = support.conditions.map(\.field)
    var values: Set<[Int32]> = []
    var seen: Set<RecordKey> = []
    for number in event..<(try await session.nextEvent()) {
      try await session.eachEntry(of: number, about: support.type) { entries in
        // What happened first to a record tells of it as it was; what was made since wasn't there.
        for entry in entries where seen.insert(entry.key).inserted {
          guard let before = entry.before, beginning(of: before) < event else { continue }
          values.insert(fields.map { before.values[$0].code })
        }
      }
    }
    return values
  }

  /// Returns the event that made a version.
  private func beginning(of version: StoredRecord) -> Int {
    let stamp = version.stamp
    return stamp.saved == 0 ? uploads[stamp.submission] ?? 0 : Int(stamp.saved)
  }
}
