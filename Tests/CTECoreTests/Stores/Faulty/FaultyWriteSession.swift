import CTECore
import CTETestKit

struct FaultyWriteSession: WriteSession, FaultyReading {
  let fault: StoreFault
  let session: any WriteSession

  func answering() -> any ReadSession { session }

  func nextSubmission() async throws -> Int {
    do {
      let next = try await session.nextSubmission()
      guard fault == .reusesNumbers else { return next }
      return (try await session.submissions().last?.number ?? 0) + 1
    } catch {
      if fault == .answersAfterTheEnd { return 1 }
      throw error
    }
  }

  func nextEvent() async throws -> Int {
    try await session.nextEvent() + (fault == .countsEventsFromZero ? -1 : 0)
  }

  func beginTrial() async throws { try await session.beginTrial() }

  func endTrial() async throws {
    if fault != .keepsTrials { try await session.endTrial() }
  }

  func write(_ changes: ChangeSet, submission: Int) async throws -> [[RecordFate]] {
    let fates = try await session.write(changes, submission: submission)
    return fault == .saysAllIsNew ? fates.map { $0.map { _ in .accepted } } : fates
  }

  func apply(_ changes: [RecordChange]) async throws {
    do {
      try await session.apply(changes)
    } catch {
      if fault != .takesAnyVersion { throw error }
    }
  }

  func write(_ keys: [ChangeSet.NewKey]) async throws { try await session.write(keys) }

  func write(_ findings: [Finding], submission: Int) async throws {
    try await session.write(findings, submission: submission)
  }

  func forgetPreview(_ submission: Int) async throws {
    let findings = try await session.findings(of: submission)
    do {
      try await session.forgetPreview(submission)
    } catch {
      if fault != .forgetsNothing { throw error }
    }
    if fault == .keepsFindingsOfPreviews {
      try await session.write(findings, submission: submission)
    }
  }

  func mark(submission: Int, isWithdrawn: Bool) async throws {
    if fault == .forgetsPuttingBack, !isWithdrawn { return }
    try await session.mark(submission: submission, isWithdrawn: isWithdrawn)
  }

  func change(_ settings: TenantSettings, from earlier: TenantSettings) async throws {
    if fault == .keepsSettings { return }
    try await session.change(settings, from: earlier)
  }

  func add(_ grant: Grant) async throws { try await session.add(grant) }

  func remove(_ grant: Grant) async throws {
    if fault != .keepsGrants { try await session.remove(grant) }
  }

  func commit(_ submission: Submission?, _ event: AuditEvent.Draft) async throws {
    switch fault {
    case .losesWhatIsCommitted: await session.rollback()
    case .losesFailures: try await session.commit(submission?.withoutFailures, event)
    case .takesPreviewsForCommitted: try await session.commit(submission?.asCommitted, event)
    default: try await session.commit(submission, event)
    }
  }

  func rollback() async {
    switch fault {
    // A session that has ended can't be committed, and has nothing to keep.
    case .keepsWhatIsRolledBack: try? await session.commit()
    case .keepsEntriesThatAreRolledBack: try? await session.commitEntry()
    default: break
    }
    await session.rollback()
  }
}

extension Submission {
  fileprivate var asCommitted: Submission {
    Submission(
      number: number, format: format, fileName: fileName, fileDigest: fileDigest, pack: pack,
      year: year, actor: actor, moment: moment, counts: counts, failures: failures)
  }

  fileprivate var withoutFailures: Submission {
    Submission(
      number: number, format: format, fileName: fileName, fileDigest: fileDigest, pack: pack,
      year: year, actor: actor, moment: moment, counts: counts)
  }
}
