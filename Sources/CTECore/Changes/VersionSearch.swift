import CTEModel
import CTEStore

/// Finds the version of a record that stands again when a later one is taken back.
struct VersionSearch {
  private let session: any ReadSession
  /// The submissions that are withdrawn, with the events that made them.
  private let withdrawn: [Int32: Int]

  /// - Parameters:
  ///   - submissions: All submissions of the tenant.
  ///   - withdrawing: A submission that is being withdrawn; nil if none is.
  ///   - restoring: A submission whose records are being put back; nil if none are.
  init(
    _ session: any ReadSession, _ submissions: [Submission], withdrawing: Int? = nil,
    restoring: Int? = nil
  ) {
    self.session = session
    let gone = submissions.filter {
      $0.number == withdrawing || ($0.isWithdrawn && $0.number != restoring)
    }
    withdrawn = Dictionary(uniqueKeysWithValues: gone.map { (Int32($0.number), $0.event) })
  }

  /// Returns for each of several versions of one type itself, or the one before if it came with a submission that is
  /// withdrawn and nobody has saved it; nil where there is none.
  func standing(
    _ versions: [StoredRecord?], of type: RecordType
  ) async throws -> [StoredRecord?] {
    var versions = versions
    while true {
      let fallen = versions.indices.filter { isFallen(versions[$0]) }
      if fallen.isEmpty { return versions }
      let groups = Dictionary(grouping: fallen) { versions[$0]?.stamp.submission ?? 0 }
      for (submission, places) in groups {
        let keys = places.compactMap { versions[$0]?.key }
        let entries = try await session.journal(
          of: withdrawn[submission] ?? 0, about: type, keys: keys)
        for (place, entry) in zip(places, entries) { versions[place] = entry?.before }
      }
    }
  }

  private func isFallen(_ version: StoredRecord?) -> Bool {
    guard let stamp = version?.stamp else { return false }
    return stamp.saved == 0 && withdrawn[stamp.submission] != nil
  }
}
