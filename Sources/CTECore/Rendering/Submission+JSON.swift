import CTEModel
public import CTEStore

extension [Submission] {
  /// Returns the submissions as a JSON array; equal ones give equal bytes.
  public func json() throws -> String {
    try JSONText.pretty(map { SubmissionEntry($0) })
  }
}

/// A submission as JSON, with its counts beside what else is known of it.
struct SubmissionEntry: Encodable {
  private let submission: Submission
  /// The findings that are kept with it; nil where they aren't shown.
  private let findings: [Finding]?

  init(_ submission: Submission, findings: [Finding]? = nil) {
    self.submission = submission
    self.findings = findings
  }

  private enum Key: String, CodingKey {
    case submission, format, file, digest, pack, year, actor, moment, event, state, withdrawnIn,
      expires
    case findings, rules, findingList
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(submission.number, forKey: .submission)
    try container.encode(submission.format, forKey: .format)
    try container.encode(submission.fileName, forKey: .file)
    try container.encode(submission.fileDigest, forKey: .digest)
    try container.encode(submission.pack, forKey: .pack)
    try container.encode(submission.year.number, forKey: .year)
    try container.encode(submission.actor, forKey: .actor)
    try container.encode(submission.moment.description, forKey: .moment)
    try container.encode(submission.event, forKey: .event)
    try container.encode(submission.state, forKey: .state)
    try container.encodeIfPresent(submission.withdrawnIn, forKey: .withdrawnIn)
    try container.encodeIfPresent(submission.expires?.description, forKey: .expires)
    try container.encode(countsBySeverity(submission.findingCount), forKey: .findings)
    try submission.counts.encode(to: encoder)
    try container.encode(submission.failures.map(RuleEntry.init), forKey: .rules)
    try container.encodeIfPresent(
      findings?.map { FindingEntry($0) }, forKey: .findingList)
  }

  private struct RuleEntry: Encodable {
    let rule: String
    let severity: String
    let count: Int

    init(_ failure: RuleCount) {
      rule = failure.rule.name
      severity = failure.severity.rawValue
      count = failure.count
    }
  }
}

extension Submission {
  /// Whether it is a preview, committed or withdrawn, in one word.
  fileprivate var state: String {
    if isPreview { return "preview" }
    return isWithdrawn ? "withdrawn" : "committed"
  }
}
