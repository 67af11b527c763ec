/// Whether a tenant's audit log is whole.
public enum AuditVerdict: Hashable, Sendable {
  /// Every event follows from the one before, and every submission has its own.
  case whole(events: Int)
  /// An event doesn't follow from the one before: it was changed, or one before it was taken out.
  case broken(event: Int)
  /// A submission has no event: the log was cut off, or the submission was never made by an import.
  case missing(submission: Int)
  /// The log was cut off: it ends before an event that changed records.
  case cutOff(before: Int)
  /// The original of a submission is gone, or isn't the file that was sent.
  case damaged(DamagedOriginal)

  /// Judges a log by itself, and by the submissions and the changes of records that it must speak of.
  ///
  /// - Parameter lastChange: The number of the last event of which the journal of records tells.
  public init(_ events: [AuditEvent], submissions: [Submission], lastChange: Int = 0) {
    if let event = AuditEvent.firstBreak(in: events) {
      self = .broken(event: event)
      return
    }
    let told = Set(events.compactMap(\.draft.submission))
    // A submission that was a preview first has an event before its own.
    let own = submissions.flatMap { [$0.event, $0.withdrawnIn ?? 0] }
    let last = max(lastChange, own.max() ?? 0)
    if let silent = submissions.first(where: { !told.contains($0.number) }) {
      self = .missing(submission: silent.number)
    } else {
      self = last > events.count ? .cutOff(before: last) : .whole(events: events.count)
    }
  }
}
