import Crypto

extension AuditEvent {
  /// The digest that stands before the first event.
  public static let firstPreviousDigest = String(repeating: "0", count: 64)

  /// Creates the event that follows another; the first follows none.
  public init(_ draft: Draft, after previous: AuditEvent?) {
    let number = (previous?.number ?? 0) + 1
    let previousDigest = previous?.digest ?? Self.firstPreviousDigest
    self.init(
      number: number, draft: draft, previousDigest: previousDigest,
      digest: Self.digest(of: draft, number: number, after: previousDigest))
  }

  /// Returns the number of the first event that doesn't follow from the one before, or nil where the log is whole.
  public static func firstBreak(in events: [AuditEvent]) -> Int? {
    var previous: AuditEvent?
    for event in events {
      guard event == AuditEvent(event.draft, after: previous) else { return event.number }
      previous = event
    }
    return nil
  }

  private static func digest(of draft: Draft, number: Int, after previousDigest: String) -> String {
    let line = draft.line(number: number, after: previousDigest)
    return SHA256.hash(data: Array(line.utf8)).hexadecimal
  }
}
