import CTEModel

extension EntryReport {
  /// Returns the report in lines for people: whether the record was saved, and what is wrong with it.
  public func text() -> String {
    ([headline] + findings.flatMap(\.linesWithoutCell)).joined(separator: "\n")
  }

  private var headline: String {
    switch state {
    case .saved(let record, let event):
      "Saved as \(record), in event \(event) of the audit log."
    case .refused: "Nothing was saved."
    case .checked: "Looked at; no error stands against it."
    }
  }

  private enum State {
    case saved(String, event: Int)
    case refused
    case checked

    var name: String {
      switch self {
      case .saved: "saved"
      case .refused: "refused"
      case .checked: "checked"
      }
    }
  }

  private var state: State {
    if let record, let event { return .saved(record.description, event: event) }
    return hasErrors ? .refused : .checked
  }

  /// Returns the report as one JSON object; equal reports give equal bytes.
  public func json() throws -> String {
    try JSONText.pretty(Entry(self))
  }

  private struct Entry: Encodable {
    let record: String?
    let event: Int?
    let state: String
    let findings: [String: Int]
    let findingList: [FindingEntry]

    init(_ report: EntryReport) {
      record = report.record?.description
      event = report.event
      state = report.state.name
      findings = countsBySeverity { severity in
        report.findings.count { $0.severity == severity }
      }
      findingList = report.findings.map(FindingEntry.ofEntry)
    }
  }
}
