public import CTEIntake
public import CTEModel

extension Tenant {
  /// Takes a file in: reads it, checks every row, and commits the accepted ones with provenance and one audit event.
  ///
  /// All of it happens in one transaction: a run that is cut off leaves nothing. A file of a format that asks for a preview
  /// is only kept: `preview` shows its rows, and `commit(preview:)` commits those that are valid.
  ///
  /// - Parameters:
  ///   - path: Where the file lies.
  ///   - format: The format's name; nil to find it by the file's titles.
  ///   - moment: The time of the submission, for its receipt and the audit log.
  ///   - day: The day that rules call `today`; that of the moment if it is nil.
  ///   - isDryRun: Whether to write nothing.
  ///   - reading: Which kinds of files are read, and within which bounds.
  ///   - sink: Takes all findings while the file is read.
  ///   - progress: Told after every table that was read and checked.
  /// - Throws: `IntakeError` where the file as a whole can't be taken in, `AccessError` where the actor may not import files
  ///   of its format, `StoreError`, and what the sink throws.
  public func importFile(
    _ path: String, format: String? = nil, at moment: Moment, on day: CalendarDay? = nil,
    isDryRun: Bool = false, reading: Reading = .text, findings sink: (any FindingSink)? = nil,
    progress: ((ImportProgress) -> Void)? = nil
  ) async throws -> ImportReport {
    try await writing { session, access in
      let run = try ImportRun(
        path: path, format: format, reading: reading, tenant: self, access: access, moment: moment,
        today: day ?? moment.day, purpose: isDryRun ? .look : .take, session: session)
      return try await run.finish(reporting: sink, progress: progress)
    }
  }

  /// Takes a file in at once, also where its format asks for a preview.
  func importAtOnce(
    _ path: String, format: String, at moment: Moment, on day: CalendarDay, reading: Reading
  ) async throws -> ImportReport {
    try await writing { session, access in
      let run = try ImportRun(
        path: path, format: format, reading: reading, tenant: self, access: access, moment: moment,
        today: day, purpose: .takeAtOnce, session: session)
      return try await run.finish(reporting: nil, progress: nil)
    }
  }
}
