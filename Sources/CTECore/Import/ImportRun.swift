import CTEIntake
import CTEModel
import CTERulePack
import CTEStore
import CTEValidation

/// One file on its way from bytes to records, within a transaction.
struct ImportRun {
  private let tenant: Tenant
  private let moment: Moment
  private let today: CalendarDay
  private let isDryRun: Bool
  private let session: any WriteSession
  private let access: Access
  /// Where the actor may write records of the file's format.
  private let scope: AccessScope
  private let tap: OriginalTap
  private var file: IncomingFile
  private var tally = FindingTally()
  private var counts = RowCounts()
  private var digest = ChangeDigest()

  /// Opens the file and finds its format.
  init(
    path: String, format: String?, reading: Reading, tenant: Tenant, access: Access,
    moment: Moment, today: CalendarDay, isDryRun: Bool, session: any WriteSession
  ) throws {
    _ = try access.require(.enter)
    self.tenant = tenant
    self.access = access
    self.moment = moment
    self.today = today
    self.isDryRun = isDryRun
    self.session = session
    let tap = OriginalTap(upload: isDryRun ? nil : try tenant.store.newUpload())
    self.tap = tap
    file = try IncomingFile(
      path: path, format: format, pack: tenant.pack, reading: reading,
      tap: { try tap.receive($0) })
    scope = try access.scope(toImport: file.match.format)
    try FileNotices.refuseOutsideWindows(file.match.format.name, in: tenant.pack, on: today)
  }

  /// Reads, checks and writes the file, and ends the session.
  consuming func finish(
    reporting sink: (any FindingSink)?, progress: ((ImportProgress) -> Void)?
  ) async throws -> ImportReport {
    progress?(ImportProgress(.gathering))
    let submission = try await session.nextSubmission()
    let knowledge = try await Knowledge.gather(
      for: &file, in: tenant.pack, from: session, seenBy: access)
    var checker = FileChecker(
      match: file.match, pack: tenant.pack, today: today, knowledge: knowledge, scope: scope)
    var notices = FileNotices(
      about: file.match, in: tenant.pack, on: today, partialLists: knowledge.partialLists)
    try await takeIn(&checker, submission, reporting: sink, progress: progress)
    notices.add(of: file, tally, rows: counts.read)
    progress?(ImportProgress(.committing, rows: counts.read, share: 1))
    let (state, number) = try await end(
      submission, failures: RuleCount.failures(in: checker.outcomes + notices.outcomes))
    return ImportReport(
      submission: number, of: file, state: state, counts: counts, tally,
      notices, repairs: checker.repairs, outcomes: checker.outcomes)
  }

  /// Reads and checks the tables one after the other; each is written while the next is read and checked.
  private mutating func takeIn(
    _ checker: inout FileChecker, _ submission: Int, reporting sink: (any FindingSink)?,
    progress: ((ImportProgress) -> Void)?
  ) async throws {
    var writing: Writing?
    var rowsRead = 0
    do {
      while let table = try file.next() {
        let result = try checker.check(table)
        rowsRead += table.rowCount
        progress?(
          ImportProgress(
            .checking, rows: rowsRead, share: file.progress, findings: result.findings))
        try sink?.receive(result.findings)
        if let writing { counts.add(try await writing.fates()) }
        writing = begin(result, submission: submission)
      }
    } catch {
      // What is still being written must come to its end before it can be rolled back.
      _ = await writing?.task.result
      throw error
    }
    if let writing { counts.add(try await writing.fates()) }
  }

  /// Begins to write a batch, and returns at once.
  private mutating func begin(_ result: FileChecker.Result, submission: Int) -> Writing {
    let kept = tally.add(result.findings)
    counts.read += result.strayCount
    counts.rejected += result.strayCount
    for kind in result.kinds { digest.add(kind.changes) }
    let task = Task { [session] in
      if !kept.isEmpty { try await session.write(kept, submission: submission) }
      var fates: [[[RecordFate]]] = []
      for kind in result.kinds {
        fates.append(try await session.write(kind.changes, submission: submission))
      }
      return fates
    }
    return Writing(verdicts: result.kinds.map(\.verdicts), task: task)
  }

  /// Commits the submission, unless there is nothing new in it.
  private func end(
    _ submission: Int, failures: [RuleCount]
  ) async throws -> (state: ImportReport.State, number: Int?) {
    if isDryRun {
      await session.rollback()
      return (.preview, nil)
    }
    if counts.accepted + counts.updated == 0 {
      let earlier = try await earlierSubmission()
      if earlier != nil || counts.rejected == 0 {
        await session.rollback()
        return (.unchanged, earlier?.number)
      }
    }
    try tap.keep()
    try await session.commit(record(submission, failures), event(submission))
    return (.committed, submission)
  }

  /// Returns the submission of the same file, if there is one that the actor sees.
  private func earlierSubmission() async throws -> Submission? {
    let earlier = try await session.submission(
      ofFile: tap.digest, format: file.match.format.name)
    guard let earlier, tenant.seen(within: access.scope(of: .read))(earlier) else { return nil }
    return earlier
  }

  private func record(_ number: Int, _ failures: [RuleCount]) -> Submission {
    Submission(
      number: number, format: file.match.format.name, fileName: file.name, fileDigest: tap.digest,
      pack: tenant.packVersion, year: tenant.pack.year, actor: tenant.actor.name, moment: moment,
      counts: counts, failures: failures)
  }

  private func event(_ submission: Int) -> AuditEvent.Draft {
    let details = """
      {"accepted":\(counts.accepted),"changes":"\(digest.value)","file":"\(tap.digest)",\
      "read":\(counts.read),"rejected":\(counts.rejected),\
      "unchanged":\(counts.unchanged),"updated":\(counts.updated),"year":\(tenant.pack.year)}
      """
    return AuditEvent.Draft(
      moment: moment, actor: tenant.actor.name, action: "import \(file.match.format.name)",
      pack: tenant.packVersion, submission: submission, details: details)
  }
}

extension RuleCount {
  /// Returns how often each rule failed that did.
  fileprivate static func failures(in outcomes: [RuleOutcome]) -> [RuleCount] {
    outcomes.filter { $0.count > 0 }.map {
      RuleCount(rule: $0.rule, severity: $0.severity, count: $0.count)
    }
  }
}

/// A batch that is being written, with what its records were judged to be.
private struct Writing {
  let verdicts: [[[Verdict]]]
  let task: Task<[[[RecordFate]]], any Error>

  /// Returns what became of the rows: nil for rejected ones, else what changed most.
  func fates() async throws -> [RecordFate?] {
    zip(verdicts, try await task.value).flatMap { Self.fates(of: $0, $1) }
  }

  /// Returns what became of the rows of one kind.
  private static func fates(of verdicts: [[Verdict]], _ fates: [[RecordFate]]) -> [RecordFate?] {
    var rows = Array(repeating: RecordFate?.none, count: verdicts.first?.count ?? 0)
    for (verdicts, fates) in zip(verdicts, fates) {
      var next = fates.makeIterator()
      for (row, verdict) in verdicts.enumerated() where verdict != .rejected {
        let fate = verdict == .unchanged ? .unchanged : next.next() ?? .unchanged
        rows[row] = max(rows[row] ?? .unchanged, fate)
      }
    }
    return rows
  }
}

extension RowCounts {
  fileprivate mutating func add(_ fates: [RecordFate?]) {
    read += fates.count
    for fate in fates {
      switch fate {
      case nil: rejected += 1
      case .unchanged: unchanged += 1
      case .updated: updated += 1
      case .accepted: accepted += 1
      }
    }
  }
}
