public import CTEModel

/// When files of some formats are taken.
public struct Window: Sendable {
  /// The rule by which notices name the window: the pack and `window/` with its name.
  public let id: RuleID
  /// What may be done in the window, in one sentence.
  public let summary: String
  /// The formats, by name.
  public let formats: Set<String>
  /// Whether files are refused at other times; else a notice says that the window is closed.
  public let isEnforced: Bool
  /// The spans of days in which it is open, in their order; empty where the pack knows of none in the year.
  public let open: [ClosedRange<CalendarDay>]

  /// Returns whether it is open on a day. A window of which nothing is known is.
  public func isOpen(on day: CalendarDay) -> Bool {
    open.isEmpty || open.contains { $0.contains(day) }
  }
}
