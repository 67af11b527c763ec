public import CTEModel
public import CTEStore

/// An upload that was looked at and whose rows can be committed, as it stands to the records of this moment.
public struct Preview: Sendable {
  /// The upload as it was kept.
  public let submission: Submission
  /// The titles of the columns in which its rows are shown.
  public let columns: [String]
  /// Why it was processed anew, where the records or the pack changed since it was kept, and whether another number of rows
  /// can be imported now.
  public let staleness: [Notice]
  /// What would become of it now.
  public let report: ImportReport
}

/// Why a preview isn't any more what was shown when it was kept.
struct Staleness {
  let notices: [Notice]

  /// Compares a preview with the pack and the records of this moment.
  ///
  /// - Parameters:
  ///   - submissions: All submissions of the tenant.
  ///   - lastJournaled: The last event of which the journal tells.
  init(
    of preview: Submission, in tenant: Tenant, _ submissions: [Submission], lastJournaled: Int
  ) {
    var notices: [Notice] = []
    if preview.pack != tenant.packVersion || preview.year != tenant.pack.year
      || preview.packDigest ?? "" != tenant.pack.filesDigest() ?? ""
    {
      notices.append(Self.packChanged(from: preview, to: tenant))
    }
    let last = submissions.filter { !$0.isPreview }.map(\.event).max() ?? 0
    if max(last, lastJournaled) > preview.event { notices.append(Self.recordsChanged) }
    self.notices = notices
  }

  /// Says that other rows are valid than when the preview was kept; nil where as many are.
  static func otherRows(than kept: Submission, now counts: RowCounts) -> Notice? {
    let before = kept.counts.accepted + kept.counts.updated
    let now = counts.accepted + counts.updated
    guard before != now else { return nil }
    return Notice(
      .stale,
      "\(counted(before, "row")) could be imported when the preview was kept, now \(now) can",
      help: nil)
  }
}

// The words of the notices.
extension Staleness {
  private static func packChanged(from preview: Submission, to tenant: Tenant) -> Notice {
    let now = "\(tenant.packVersion), fiscal year \(tenant.pack.year)"
    let before = "\(preview.pack), fiscal year \(preview.year)"
    return Notice(
      .stale,
      now == before
        ? "the rule pack \(tenant.packVersion) was changed since the preview was kept; the file was processed anew"
        : "the preview was kept under \(before); now \(now) holds, and the file was processed anew",
      help: nil)
  }

  private static let recordsChanged = Notice(
    .stale, "records were changed since the preview was kept; the file was processed anew",
    help: nil)
}

extension RuleID {
  fileprivate static let stale = RuleID("preview/stale")
}
