import CTEModel
import CTERulePack
import CTEStore

/// Takes the records of an upload out again, but for those that a person has saved or a later upload has changed since.
struct Withdrawal {
  private let submission: Submission
  private let submissions: [Submission]
  private let session: any WriteSession
  private let search: VersionSearch

  init(
    _ submission: Submission, among submissions: [Submission], _ session: any WriteSession
  ) {
    self.submission = submission
    self.submissions = submissions
    self.session = session
    search = VersionSearch(session, submissions, withdrawing: submission.number)
  }

  func run(_ changer: inout RecordChanger) async throws {
    for type in RecordType.all {
      try await takeOut(type, &changer)
      try await noteChanged(type, &changer)
    }
    try await session.mark(submission: submission.number, isWithdrawn: true)
  }

  /// Takes out the records that still stand as the upload left them.
  private func takeOut(_ type: RecordType, _ changer: inout RecordChanger) async throws {
    var query = RecordQuery(type)
    query.submission = submission.number
    while true {
      let page = try await session.records(query)
      guard let last = page.last else { return }
      query.start = last.key
      for record in page where record.stamp.saved != 0 {
        changer.keep(record.id, of: type, .keptAsSaved)
      }
      try await takeOut(page.filter { $0.stamp.saved == 0 }, type, &changer)
    }
  }

  private func takeOut(
    _ records: [StoredRecord], _ type: RecordType, _ changer: inout RecordChanger
  ) async throws {
    let earlier = try await search.standing(records, of: type)
    try await changer.apply(
      zip(records, earlier).map { record, earlier in
        (RecordChange(from: record, to: earlier), earlier == nil ? .removed : .earlierAgain)
      })
  }

  /// Notes the records that later uploads have changed.
  private func noteChanged(_ type: RecordType, _ changer: inout RecordChanger) async throws {
    guard !type.isKeyedByProvenance else { return }
    let later = submissions.filter {
      $0.number > submission.number && $0.isStanding && $0.counts.updated > 0
    }
    for other in later {
      try await session.eachEntry(of: other.event, about: type) { entries in
        let current = try await session.records(of: type, keys: entries.map(\.key))
        for (entry, current) in zip(entries, current) {
          guard current != nil, let before = entry.before,
            Int(before.stamp.submission) == submission.number, before.stamp.saved == 0
          else { continue }
          changer.keep(before.id, of: type, .keptAsUploaded)
        }
      }
    }
  }
}

extension ReadSession {
  /// Calls a function with each record of a page, and returns the last one's key; nil after the last page.
  func records(
    _ query: RecordQuery, each body: (StoredRecord) -> Void
  ) async throws -> RecordKey? {
    let page = try await records(query)
    for record in page { body(record) }
    return page.last?.key
  }

  /// Calls a function with every page of what an event did to records of a type.
  func eachEntry(
    of event: Int, about type: RecordType, _ body: ([JournalEntry]) async throws -> Void
  ) async throws {
    var start: RecordKey?
    while true {
      let page = try await journal(
        of: event, about: type, after: start, limit: RecordQuery.pageSize)
      guard let last = page.last else { return }
      try await body(page)
      start = last.key
    }
  }
}
