public import CTEIntake
public import CTEModel
import CTEStore

// Files that are looked at first and committed on request.
extension Tenant {
  /// Shows a preview: every row of its file, as it stands to the records and the pack of this moment.
  ///
  /// Where these have changed since it was kept, the preview says so; nothing is written.
  ///
  /// - Parameters:
  ///   - number: The submission.
  ///   - moment: The time, because previews expire; the day of the rules has no say in that.
  ///   - day: The day that rules call `today`; that of the moment if it is nil.
  ///   - reading: Which kinds of files are read, and within which bounds.
  ///   - row: Takes the rows, in file order.
  /// - Throws: `AccessError`, `ChangeError` where there is no such preview, it has expired, or its file is missing or isn't
  ///   the one that was sent, `IntakeError` where the file can't be read any more, `StoreError`, and what the function throws.
  public func preview(
    _ number: Int, at moment: Moment, on day: CalendarDay? = nil, reading: Reading = .text,
    row: @escaping (PreviewRow) throws -> Void
  ) async throws -> Preview {
    try await writing { session, access in
      let today = day ?? moment.day
      let kept = try await openPreview(number, session, access, reading, at: moment)
      let run = try ImportRun(
        path: kept.path, format: kept.submission.format, reading: reading, tenant: self,
        access: access, moment: moment, today: today,
        purpose: .show(kept.submission), session: session)
      let columns = run.gridTitles
      let report = try await run.finish(reporting: nil, progress: nil, rows: row)
      let otherRows = Staleness.otherRows(than: kept.submission, now: report.counts)
      return Preview(
        submission: kept.submission, columns: columns,
        staleness: kept.staleness.notices + (otherRows.map { [$0] } ?? []), report: report)
    }
  }

  /// Commits the valid rows of a preview, after checking its file against the records and the pack of this moment.
  ///
  /// Where these have changed since the preview was kept, or another number of rows is valid, the report's notices say so. A
  /// preview of which no row is valid stays one, unless all its rows say what is there already. The submission stays that of
  /// who sent the file, and the audit log names who committed it; the rows are judged by the access of the latter.
  ///
  /// - Parameters:
  ///   - number: The submission.
  ///   - moment: The time of the commit, for the receipt and the audit log.
  ///   - day: The day that rules call `today`; that of the moment if it is nil.
  ///   - reading: Which kinds of files are read, and within which bounds.
  ///   - sink: Takes all findings while the file is read.
  ///   - progress: Told after every table that was read and checked.
  /// - Throws: `AccessError` where the actor neither sent it nor may import such files for the whole tenant, `ChangeError`
  ///   where there is no such preview, it has expired, or its file is missing or isn't the one that was sent, `IntakeError`
  ///   where the file can't be read any more, `StoreError`, and what the sink throws.
  public func commit(
    preview number: Int, at moment: Moment, on day: CalendarDay? = nil, reading: Reading = .text,
    findings sink: (any FindingSink)? = nil, progress: ((ImportProgress) -> Void)? = nil
  ) async throws -> ImportReport {
    try await writing { session, access in
      let today = day ?? moment.day
      let kept = try await openPreview(number, session, access, reading, at: moment)
      try requireCommitting(kept.submission, access)
      let run = try ImportRun(
        path: kept.path, format: kept.submission.format, reading: reading, tenant: self,
        access: access, moment: moment, today: today,
        purpose: .commit(kept.submission, kept.staleness), session: session)
      return try await run.finish(reporting: sink, progress: progress)
    }
  }
}

/// A preview that can be committed.
private struct OpenPreview {
  let submission: Submission
  /// Where its file lies.
  let path: String
  let staleness: Staleness
}

extension Tenant {
  private func openPreview(
    _ number: Int, _ session: any ReadSession, _ access: Access, _ reading: Reading,
    at moment: Moment
  ) async throws -> OpenPreview {
    let submission = try await find(number, session, within: access.require(.read))
    guard submission.isPreview else {
      throw ChangeError(.impossible, "submission \(number) is no preview: it is committed already")
    }
    if let expires = submission.expires, submission.hasExpired(at: moment) {
      throw ChangeError(
        .impossible,
        "the preview of submission \(number) expired on \(expires.day); import \(submission.fileName) again"
      )
    }
    let path = try original(of: submission, reading)
    let staleness = Staleness(
      of: submission, in: self, try await session.submissions(),
      lastJournaled: try await session.lastJournaledEvent())
    return OpenPreview(submission: submission, path: path, staleness: staleness)
  }

  /// Returns where the file of a preview lies, and refuses one that isn't what was looked at.
  private func original(of submission: Submission, _ reading: Reading) throws -> String {
    guard let path = try store.original(submission.fileDigest) else {
      throw ChangeError(
        .impossible,
        "the kept file of submission \(submission.number) is missing; import \(submission.fileName) again, and it is kept anew"
      )
    }
    let tap = OriginalTap(upload: nil)
    try SourceFile(path: path, limits: reading.limits, tap: { try tap.receive($0) }).readThrough()
    guard tap.digest == submission.fileDigest else {
      throw ChangeError(
        .impossible,
        "the kept file of submission \(submission.number) was changed or damaged; import \(submission.fileName) again, and it is kept anew"
      )
    }
    return path
  }

  /// Makes sure that the actor sent a preview, or may import its rows wherever they belong.
  private func requireCommitting(_ submission: Submission, _ access: Access) throws(AccessError) {
    if submission.actor == actor.name { return }
    guard try access.requireImport(of: submission.format).isWhole else {
      throw AccessError(
        .notAllowed,
        "submission \(submission.number) was sent by somebody else; only they, or who may import files of the format "
          + "\(submission.format) for the whole tenant, can commit it")
    }
  }
}
