import CTEModel
import CTERulePack
import CTEStore

// How a run ends: with a submission, a preview, or nothing.
extension ImportRun {
  /// Commits the submission, unless there is nothing new in it.
  func end(
    _ submission: Int, failures: [RuleCount]
  ) async throws -> (state: ImportReport.State, number: Int?) {
    if let kept = try await endWithoutWriting() { return kept }
    if let days = daysOfPreview {
      try await session.endTrial()
      try await session.write(tally.kept, submission: submission)
      try await file.keep()
      try await session.commit(
        await preview(submission, failures, days: days), await event(submission, "preview"))
      return (.preview, submission)
    }
    if purpose.bringsFile { try await file.keep() }
    try await session.commit(await record(submission, failures), await event(submission, "import"))
    return (.committed, submission)
  }

  /// Ends the session where nothing is to be written, and returns what there is already; nil where something is.
  private func endWithoutWriting() async throws -> (state: ImportReport.State, number: Int?)? {
    if purpose.isOnlyLook {
      await session.rollback()
      return (.preview, purpose.preview?.number)
    }
    if daysOfPreview != nil, let open = try await openPreview() {
      // What was kept of it may be gone or damaged by now.
      try await file.keep()
      await session.rollback()
      return (.preview, open.number)
    }
    guard counts.accepted + counts.updated == 0 else { return nil }
    if case .commit(let preview, _) = purpose {
      // A preview whose rows are all there already has come to its end, so that nobody is asked to commit it again.
      guard counts.rejected > 0 else { return nil }
      await session.rollback()
      return (.preview, preview.number)
    }
    let earlier = try await earlierSubmission()
    guard earlier != nil || counts.rejected == 0 else { return nil }
    await session.rollback()
    return (.unchanged, earlier?.number)
  }

  /// Returns the preview of the same file that the actor keeps already, if it can still be committed.
  private func openPreview() async throws -> Submission? {
    let previews = try await session.previews(
      ofFile: await file.digest, format: file.match.format.name)
    return previews.last {
      $0.actor == tenant.actor.name && !$0.hasExpired(at: moment)
    }
  }

  /// Returns the submission of the same file, if there is one that the actor sees.
  private func earlierSubmission() async throws -> Submission? {
    let earlier = try await session.submission(
      ofFile: await file.digest, format: file.match.format.name)
    guard let earlier, tenant.seen(within: access.scope(of: .read))(earlier) else { return nil }
    return earlier
  }

  private func record(_ number: Int, _ failures: [RuleCount]) async -> Submission {
    Submission(
      number: number, format: file.match.format.name, fileName: file.name,
      fileDigest: await file.digest,
      pack: tenant.packVersion, year: tenant.pack.year,
      actor: purpose.preview?.actor ?? tenant.actor.name, moment: moment, counts: counts,
      failures: failures)
  }

  private func preview(_ number: Int, _ failures: [RuleCount], days: Int) async -> Submission {
    await record(number, failures).previewed(
      expires: Moment(seconds: moment.seconds + Int64(days) * 86_400),
      packDigest: tenant.pack.filesDigest() ?? "")
  }

  private func event(_ submission: Int, _ verb: String) async -> AuditEvent.Draft {
    let details = """
      {"accepted":\(counts.accepted),"changes":"\(digest.value)","file":"\(await file.digest)",\
      "read":\(counts.read),"rejected":\(counts.rejected),\
      "unchanged":\(counts.unchanged),"updated":\(counts.updated),"year":\(tenant.pack.year)}
      """
    return AuditEvent.Draft(
      moment: moment, actor: tenant.actor.name, action: "\(verb) \(file.match.format.name)",
      pack: tenant.packVersion, submission: submission, details: details)
  }
}
