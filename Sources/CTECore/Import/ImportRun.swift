import CTEIntake
import CTEModel
import CTERulePack
import CTEStore
import CTEValidation

/// One file on its way from bytes to records, within a transaction.
struct ImportRun {
  let tenant: Tenant
  let moment: Moment
  let today: CalendarDay
  let purpose: ImportPurpose
  let session: any WriteSession
  let access: Access
  /// Where the actor may write records of the file's format.
  let scope: AccessScope
  let file: FileReading
  private(set) var tally = FindingTally()
  private(set) var counts = RowCounts()
  private(set) var digest = ChangeDigest()

  /// Opens the file and finds its format.
  init(
    path: String, format: String?, reading: Reading, tenant: Tenant, access: Access,
    moment: Moment, today: CalendarDay, purpose: ImportPurpose, session: any WriteSession
  ) throws {
    _ = try access.require(.enter)
    self.tenant = tenant
    self.access = access
    self.moment = moment
    self.today = today
    self.purpose = purpose
    self.session = session
    file = try FileReading(
      path: path, named: purpose.preview?.fileName, format: format, pack: tenant.pack,
      reading: reading, keptIn: purpose.bringsFile ? tenant.store : nil)
    scope = try access.scope(toImport: file.match.format)
    try FileNotices.refuseOutsideWindows(file.match.format.name, in: tenant.pack, on: today)
  }

  /// The titles of the columns in which rows are shown.
  var gridTitles: [String] { FileGrid(file.match).titles }

  /// For how many days the file is kept as a preview; nil where its rows are written.
  var daysOfPreview: Int? {
    if case .take = purpose, case .preview(let days) = file.match.format.acceptance {
      days
    } else {
      nil
    }
  }

  /// Reads, checks and writes the file, and ends the session.
  ///
  /// - Parameter rows: Takes the rows as a preview shows them, in file order.
  consuming func finish(
    reporting sink: (any FindingSink)?, progress: ((ImportProgress) -> Void)?,
    rows: ((PreviewRow) throws -> Void)? = nil
  ) async throws -> ImportReport {
    progress?(ImportProgress(.gathering))
    let submission: Int
    if case .commit(let preview, _) = purpose {
      try await session.forgetPreview(preview.number)
      submission = preview.number
    } else {
      submission = try await session.nextSubmission()
    }
    let knowledge = try await Knowledge.gather(
      for: file, in: tenant.pack, from: session, seenBy: access, entering: scope)
    var checker = FileChecker(
      match: file.match, pack: tenant.pack, today: today, knowledge: knowledge, scope: scope)
    var notices = FileNotices(
      about: file.match, in: tenant.pack, on: today, partialLists: knowledge.partialLists)
    if daysOfPreview != nil { try await session.beginTrial() }
    try await takeIn(&checker, submission, reporting: sink, progress: progress, rows: rows)
    notices.add(await file.notices, of: file.match, tally, rows: counts.read)
    if case .commit(let preview, let staleness) = purpose {
      notices.add(staleness, of: preview, now: counts)
    }
    progress?(ImportProgress(.committing, rows: counts.read, share: 1))
    let (state, number) = try await end(
      submission, failures: RuleCount.failures(in: checker.outcomes + notices.outcomes))
    return ImportReport(
      submission: number, of: file.match, at: file.place, state: state, counts: counts, tally,
      notices, repairs: checker.repairs, outcomes: checker.outcomes)
  }

  /// Checks the tables one after the other; beside each, the next is read and the one before is written.
  private mutating func takeIn(
    _ checker: inout FileChecker, _ submission: Int, reporting sink: (any FindingSink)?,
    progress: ((ImportProgress) -> Void)?, rows: ((PreviewRow) throws -> Void)?
  ) async throws {
    let grid = rows.map { _ in FileGrid(file.match) }
    var writing: Writing?
    var rowsRead = 0
    var next = read()
    do {
      while let part = try await next.value {
        next = read()
        let result = try checker.check(part.table, showing: grid)
        for row in result.rows { try rows?(row) }
        rowsRead += part.table.rowCount
        progress?(
          ImportProgress(
            .checking, rows: rowsRead, share: part.progress, findings: result.findings))
        try sink?.receive(result.findings)
        if let writing { counts.add(try await writing.fates()) }
        writing = begin(result, submission: submission)
      }
    } catch {
      // What is still being read and written must come to its end before it can be rolled back.
      _ = await next.result
      _ = await writing?.task.result
      throw error
    }
    if let writing { counts.add(try await writing.fates()) }
  }

  /// Begins to read the next rows, and returns at once.
  private func read() -> Task<FileReading.Part?, any Error> {
    Task { [file] in try await file.next() }
  }

  /// Begins to write a batch, and returns at once.
  private mutating func begin(_ result: FileChecker.Result, submission: Int) -> Writing {
    let kept = tally.add(result.findings)
    counts.read += result.strayCount
    counts.rejected += result.strayCount
    for kind in result.kinds { digest.add(kind.changes) }
    // What is written in a trial is taken back, so findings are kept after it.
    let isTrial = daysOfPreview != nil
    let task = Task { [session] in
      if !kept.isEmpty && !isTrial { try await session.write(kept, submission: submission) }
      var fates: [[[RecordFate]]] = []
      for kind in result.kinds {
        fates.append(try await session.write(kind.changes, submission: submission))
      }
      return fates
    }
    return Writing(verdicts: result.kinds.map(\.verdicts), task: task)
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
