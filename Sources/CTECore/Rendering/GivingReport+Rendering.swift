import CTEModel

extension GivingReport {
  /// Returns the report in lines for people: for how many students what became of it, and for each what is wrong.
  public func text() -> String {
    let counts = Fate.allCases.filter { count(of: $0) > 0 }
      .map { "  \($0.words): \(counted(count(of: $0), "student"))" }
    let refused = outcomes.filter { !$0.findings.isEmpty }.flatMap { outcome in
      [outcome.student.printable + ":"] + outcome.findings.flatMap(\.linesWithoutCell)
    }
    return ([headline] + counts + refused).joined(separator: "\n")
  }

  private var headline: String {
    if isPlan { return "A plan, and nothing is changed." }
    return event.map { "Done, as event \($0) of the audit log." } ?? "Nothing was added."
  }

  /// Returns the report as one JSON object; equal reports give equal bytes.
  public func json() throws -> String {
    try JSONText.pretty(Entry(self))
  }

  private struct Entry: Encodable {
    let offering: String
    let state: String
    let event: Int?
    let counts: [String: Int]
    let students: [OutcomeEntry]

    init(_ report: GivingReport) {
      offering = report.offering
      state = report.isPlan ? "plan" : report.event == nil ? "unchanged" : "committed"
      event = report.event
      counts = Dictionary(
        uniqueKeysWithValues: Fate.allCases.map { ($0.rawValue, report.count(of: $0)) })
      students = report.outcomes.map(OutcomeEntry.init)
    }
  }

  private struct OutcomeEntry: Encodable {
    let student: String
    let fate: String
    let record: String?
    let findingList: [FindingEntry]

    init(_ outcome: Outcome) {
      student = outcome.student
      fate = outcome.fate.rawValue
      record = outcome.record?.description
      findingList = outcome.findings.map(FindingEntry.ofEntry)
    }
  }
}

extension GivingReport.Fate {
  /// What becomes of it, in words that hold for a plan as well as afterwards.
  fileprivate var words: String {
    switch self {
    case .added: "added"
    case .unchanged: "left as it is (received already)"
    case .refused: "refused"
    }
  }
}
