public import CTEIntake
public import CTEModel
public import CTERulePack
import CTEStore
import CTEValidation

/// Checks a file offline, without a store: every cell, and every rule that needs no records but those of the pack's lists.
///
/// ```swift
/// let report = try Precheck(pack: pack, today: today).check("credentials.csv")
/// report.findings.first?.message
/// ```
public struct Precheck {
  private let pack: RulePack
  private let today: CalendarDay

  /// Creates a check by a pack.
  ///
  /// - Parameters:
  ///   - pack: The pack, loaded for the fiscal year of the file.
  ///   - today: The day that rules call `today`.
  public init(pack: RulePack, today: CalendarDay) {
    self.pack = pack
    self.today = today
  }

  /// Checks a file.
  ///
  /// - Parameters:
  ///   - path: Where the file lies.
  ///   - format: The format's name; nil to find it by the file's titles.
  ///   - reading: Which kinds of files are read, and within which bounds.
  ///   - sink: Takes all findings; the report keeps the first of each rule.
  ///   - progress: Told after every table that was read and checked.
  /// - Throws: `IntakeError` where the file as a whole can't be taken in, and what the sink throws.
  public func check(
    _ path: String, format: String? = nil, reading: Reading = .text,
    findings sink: (any FindingSink)? = nil, progress: ((ImportProgress) -> Void)? = nil
  ) throws -> ImportReport {
    var file = try IncomingFile(path: path, format: format, pack: pack, reading: reading)
    let knowledge = try Knowledge.offline(for: file.match, in: pack)
    var checker = FileChecker(match: file.match, pack: pack, today: today, knowledge: knowledge)
    var notices = FileNotices(
      about: file.match, in: pack, on: today, partialLists: knowledge.partialLists)
    var tally = FindingTally()
    var counts = RowCounts()
    while let table = try file.next() {
      let result = try checker.check(table)
      _ = tally.add(result.findings)
      try sink?.receive(result.findings)
      for kind in result.kinds { counts.add(kind.verdicts) }
      counts.read += result.strayCount
      counts.rejected += result.strayCount
      progress?(
        ImportProgress(
          .checking, rows: counts.read, share: file.progress, findings: result.findings))
    }
    notices.add(file.notices, of: file.match, tally, rows: counts.read)
    return ImportReport(
      submission: nil, of: file.match, at: file.place, state: .preview, counts: counts, tally,
      notices, repairs: checker.repairs, outcomes: checker.outcomes)
  }
}

extension RowCounts {
  /// Counts the rows of a table whose admitted ones are taken as accepted.
  fileprivate mutating func add(_ verdicts: [[Verdict]]) {
    let rows = verdicts.first?.indices ?? 0..<0
    read += rows.count
    for row in rows {
      switch verdicts.map({ $0[row] }).max() {
      case .admitted: accepted += 1
      case .unchanged: unchanged += 1
      case .rejected, nil: rejected += 1
      }
    }
  }
}
