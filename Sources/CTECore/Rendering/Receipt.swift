public import CTEModel
public import CTEStore

/// What a sender holds in their hands afterwards: which file was taken in, when, by which rules, and what became of it.
public struct Receipt: Sendable {
  /// The submission.
  public let submission: Submission
  /// The findings that are kept with it, in file order.
  public let findings: [Finding]

  /// Creates the receipt of a submission.
  public init(of submission: Submission, findings: [Finding]) {
    self.submission = submission
    self.findings = findings
  }

  /// Returns the receipt in lines for people.
  ///
  /// - Parameter findingLimit: How many findings are shown at most.
  public func text(findingLimit: Int = 20) -> String {
    let state =
      submission.withdrawnIn.map { "is withdrawn, in event \($0) of the audit log" }
      ?? submission.expires.map { "is only a preview, which expires on \($0.day)" }
      ?? "is committed"
    let facts = TextTable.lines(facts).map { "  " + $0 }
    let failed = submission.failures.map { ($0.rule, $0.severity, $0.count) }
    let told = findings.filter { $0.severity != .notice }
    let total = submission.findingCount(.error) + submission.findingCount(.warning)
    return
      (["Submission \(submission.number) (\(submission.format)) \(state)."] + facts
      + ruleLines(failed) + told.lines(limit: findingLimit, total: total)).joined(separator: "\n")
  }

  private var facts: [[String]] {
    [
      ["file", submission.fileName],
      ["SHA-256", submission.fileDigest],
      ["rules", "\(submission.pack), fiscal year \(submission.year)"],
      ["sent by", submission.actor],
      ["at", submission.moment.description],
      ["event", "\(submission.event) of the audit log"],
      ["rows", submission.rowWords],
      ["findings", submission.findingWords.isEmpty ? "none" : submission.findingWords],
    ]
  }

  /// Returns the receipt as one JSON object; equal receipts give equal bytes.
  public func json() throws -> String {
    try JSONText.pretty(SubmissionEntry(submission, findings: findings))
  }
}
