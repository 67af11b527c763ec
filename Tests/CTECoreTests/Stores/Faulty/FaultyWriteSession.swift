import CTECore
import CTETestKit

struct FaultyWriteSession: WriteSession, FaultyReading {
  let fault: StoreFault
  let session: any WriteSession

  func answering() -> any ReadSession { session }

  func nextSubmission() async throws -> Int {
    do {
      return try await session.nextSubmission()
    } catch {
      if fault == .answersAfterTheEnd { return 1 }
      throw error
    }
  }

  func nextEvent() async throws -> Int {
    try await session.nextEvent() + (fault == .countsEventsFromZero ? -1 : 0)
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

  func mark(submission: Int, isWithdrawn: Bool) async throws {
    if fault == .forgetsPuttingBack, !isWithdrawn { return }
    try await session.mark(submission: submission, isWithdrawn: isWithdrawn)
  }

  func add(_ grant: Grant) async throws { try await session.add(grant) }

  func remove(_ grant: Grant) async throws {
    if fault != .keepsGrants { try await session.remove(grant) }
  }

  func commit(_ submission: Submission?, _ event: AuditEvent.Draft) async throws {
    switch fault {
    case .losesWhatIsCommitted: await session.rollback()
    case .losesFailures: try await session.commit(submission?.withoutFailures, event)
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
  fileprivate var withoutFailures: Submission {
    Submission(
      number: number, format: format, fileName: fileName, fileDigest: fileDigest, pack: pack,
      year: year, actor: actor, moment: moment, counts: counts)
  }
}
