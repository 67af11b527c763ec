public import CTEStore

/// Whether a tenant's audit log is whole.
public enum AuditVerdict: Hashable, Sendable {
  /// Every event follows from the one before, and every submission has its own.
  case whole(events: Int)
  /// An event doesn't follow from the one before: it was changed, or one before it was taken out.
  case broken(event: Int)
  /// A submission has no event: the log was cut off, or the submission was never made by an import.
  case missing(submission: Int)

  /// Judges a log by itself and by the submissions that it must speak of.
  public init(_ events: [AuditEvent], submissions: [Submission]) {
    if let event = AuditEvent.firstBreak(in: events) {
      self = .broken(event: event)
      return
    }
    let told = Set(events.compactMap(\.draft.submission))
    let silent = submissions.first { !told.contains($0.number) }
    self = silent.map { .missing(submission: $0.number) } ?? .whole(events: events.count)
  }
}
