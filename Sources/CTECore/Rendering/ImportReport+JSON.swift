import CTEModel
import CTEStore

extension ImportReport {
  /// Returns the report as one JSON object; equal reports give equal bytes.
  public func json() throws -> String {
    try JSONText.pretty(Entry(self))
  }

  private struct Entry: Encodable {
    let submission: Int?
    let format: String
    let state: String
    let reason: String?
    let officialName: String?
    let limit: String?
    let sheet: String?
    let counts: RowCounts
    let findings: [String: Int]
    let notices: [NoticeEntry]
    let repairs: [RepairEntry]
    let rules: [RuleEntry]

    init(_ report: ImportReport) {
      submission = report.submission
      format = report.format
      state = report.state.rawValue
      reason = report.reason?.message
      officialName = report.reason?.officialName
      limit = report.reason?.limit?.rawValue
      sheet = report.place.flatMap { $0.sheetName.isEmpty ? nil : $0.sheetName }
      counts = report.counts
      findings = countsBySeverity { report.findingCounts[$0] ?? 0 }
      notices = report.notices.map(NoticeEntry.init)
      repairs = report.repairs.map(RepairEntry.init)
      rules = report.outcomes.map(RuleEntry.init)
    }

    private enum Key: String, CodingKey {
      case submission, format, state, reason, officialName, limit, sheet, findings, notices,
        repairs, rules
    }

    // Written by hand so that a missing submission is null and the counts stand beside it, not beneath.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(submission, forKey: .submission)
      try container.encode(format, forKey: .format)
      try container.encode(state, forKey: .state)
      try container.encodeIfPresent(reason, forKey: .reason)
      try container.encodeIfPresent(officialName, forKey: .officialName)
      try container.encodeIfPresent(limit, forKey: .limit)
      try container.encodeIfPresent(sheet, forKey: .sheet)
      try counts.encode(to: encoder)
      try container.encode(findings, forKey: .findings)
      try container.encode(notices, forKey: .notices)
      try container.encode(repairs, forKey: .repairs)
      try container.encode(rules, forKey: .rules)
    }
  }

  private struct NoticeEntry: Encodable {
    let rule: String
    let message: String
    let help: String?

    init(_ notice: Notice) {
      rule = notice.rule.name
      message = notice.message
      help = notice.help
    }
  }

  private struct RepairEntry: Encodable {
    let column: String
    let kind: String
    let count: Int
    let firstRow: Int

    init(_ repair: Repair) {
      column = repair.column
      kind = repair.kind.rawValue
      count = repair.count
      firstRow = repair.firstRow
    }
  }

  private struct RuleEntry: Encodable {
    let rule: String
    let severity: String
    let status: String
    let count: Int
    let reason: String?

    init(_ outcome: RuleOutcome) {
      rule = outcome.rule.name
      severity = outcome.severity.rawValue
      status = outcome.status.rawValue
      count = outcome.count
      reason = outcome.reason
    }
  }
}
