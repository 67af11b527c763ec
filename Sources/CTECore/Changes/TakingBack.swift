import CTEModel
import CTEStore

/// An event that takes something back, as the audit log tells of it: by counts and digests, never by values.
struct TakingBack {
  /// What is done, as a verb and a thing.
  let action: String
  /// The same for the person who asked for it.
  let title: String
  /// The submission that is withdrawn or put back.
  var submission: Int?
  /// The event that is undone.
  var undoes: Int?
  /// The records that were named.
  var records: [RecordID]?

  func draft(
    _ changer: RecordChanger, of tenant: Tenant, at moment: Moment
  ) throws -> AuditEvent.Draft {
    AuditEvent.Draft(
      moment: moment, actor: tenant.actor.name, action: action, pack: tenant.packVersion,
      submission: submission,
      details: try JSONText.line(Details(self, changer, year: tenant.pack.year)))
  }

  private struct Details: Encodable {
    let changes: String
    let counts: [String: [String: Int]]
    let undoes: Int?
    let records: [String]?
    let year: Int

    init(_ event: TakingBack, _ changer: RecordChanger, year: FiscalYear) {
      changes = changer.changes
      counts = Dictionary(grouping: changer.tally.inOrder, by: \.type).mapValues { counts in
        Dictionary(uniqueKeysWithValues: counts.map { ($0.effect.rawValue, $0.count) })
      }
      undoes = event.undoes
      records = event.records?.map(\.description)
      self.year = year.number
    }
  }
}

/// What an undo does to the submission that an event withdrew or put back.
struct WithdrawalTurn {
  /// The submission, if the event was about one.
  let submission: Int?
  /// The format of that submission.
  let format: String?
  private let isWithdrawn: Bool

  /// The submission whose records are taken out again.
  var withdrawing: Int? { isWithdrawn ? nil : submission }
  /// The submission whose records are put back.
  var restoring: Int? { isWithdrawn ? submission : nil }

  /// - Throws: `ChangeError` where the event can't be undone.
  init(
    undoing event: AuditEvent, _ events: [AuditEvent], _ submissions: [Submission]
  ) throws(ChangeError) {
    submission = event.draft.submission
    let own = submissions.first { $0.number == event.draft.submission }
    format = own?.format
    isWithdrawn = own?.isWithdrawn ?? false
    guard let own else { return }
    if own.isPreview || event.number < own.event {
      throw ChangeError(
        .impossible,
        "event \(event.number) is a preview of submission \(own.number), which changed no records")
    }
    if own.event == event.number {
      throw ChangeError(
        .impossible,
        "event \(event.number) is the upload of submission \(own.number); withdraw that instead")
    }
    let later = events.filter { $0.draft.submission == own.number && $0.number > event.number }
    if let last = later.last, !later.cancelOut {
      throw ChangeError(
        .impossible,
        "event \(event.number) was followed by event \(last.number) (\(last.draft.action)); undo that instead"
      )
    }
  }

  /// Returns the event that withdrew a submission or put it back last; nil where none ever did.
  ///
  /// Where a withdrawal was undone and that undone again, it is the withdrawal: it tells of all that was taken out.
  static func lastTurn(of submission: Submission, _ events: [AuditEvent]) -> AuditEvent? {
    let turns = events.filter {
      // Before the event of the upload there are those of its previews.
      $0.draft.submission == submission.number && $0.number > submission.event
    }
    guard submission.isWithdrawn else { return turns.last }
    return turns.indices.first { turns[($0 + 1)...].cancelOut }.map { turns[$0] }
  }

  /// Says in the store what becomes of the submission.
  func mark(_ session: any WriteSession) async throws {
    guard let submission else { return }
    try await session.mark(submission: submission, isWithdrawn: !isWithdrawn)
  }
}
