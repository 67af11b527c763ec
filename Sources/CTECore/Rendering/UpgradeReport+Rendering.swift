import CTEModel
import CTEStore

extension UpgradeReport {
  /// Returns the report in lines for people: what is changed, and what must be looked at again.
  public func text() -> String {
    let advice = advice.map { "  \($0.printable)" }
    return ([headline] + (advice.isEmpty ? [] : ["To be looked at again:"] + advice))
      .joined(separator: "\n")
  }

  private var headline: String {
    if isSame { return "Nothing changes: tenant '\(tenant)' has \(after.words) already." }
    let move = "from \(before.words) to \(after.words)"
    return event.map { "Done, as event \($0) of the audit log: tenant '\(tenant)' moves \(move)." }
      ?? "A plan, and nothing is changed: tenant '\(tenant)' moves \(move)."
  }

  private var advice: [String] {
    let earlier = Dictionary(grouping: submissions, by: \.pack).sorted { $0.key < $1.key }.map {
      "\(numbers($0.value)) of \(after.year), checked by \($0.key): upload what matters again"
    }
    let open = previews.isEmpty ? [] : ["\(numbers(previews)), only previews: processed anew"]
    let lost = lostRoles.map {
      "\($0.actor)'s role '\($0.role)', which \(after.pack) doesn't have: give another"
    }
    let missing = toLoad.map {
      "no \($0.type.words)s of \(after.year) yet: import them as \($0.formats.joined(separator: " or "))"
    }
    return earlier + open + lost + missing
  }

  private func numbers(_ submissions: [Submission]) -> String {
    (submissions.count == 1 ? "submission " : "submissions ")
      + submissions.map { "\($0.number)" }.joined(separator: ", ")
  }

  /// Returns the report as one JSON object; equal reports give equal bytes.
  public func json() throws -> String {
    try JSONText.pretty(Entry(self))
  }

  private struct Entry: Encodable {
    let tenant: String
    let state: String
    let event: Int?
    let before: Rules
    let after: Rules
    let submissions: [SubmissionEntry]
    let previews: [SubmissionEntry]
    let lostRoles: [Grant]
    let toLoad: [ToLoadEntry]

    init(_ report: UpgradeReport) {
      tenant = report.tenant.name
      state = report.isSame ? "unchanged" : report.isPlan ? "plan" : "committed"
      event = report.event
      before = report.before
      after = report.after
      submissions = report.submissions.map { SubmissionEntry($0) }
      previews = report.previews.map { SubmissionEntry($0) }
      lostRoles = report.lostRoles
      toLoad = report.toLoad.map { ToLoadEntry(type: $0.type.name, formats: $0.formats) }
    }
  }

  private struct ToLoadEntry: Encodable {
    let type: String
    let formats: [String]
  }
}

extension UpgradeReport.Rules {
  fileprivate var words: String {
    "\(pack)\(version.map { " \($0)" } ?? ""), fiscal year \(year)"
  }
}

extension UpgradeReport.Rules: Encodable {
  private enum Key: String, CodingKey {
    case pack, version, year
  }

  /// Encodes the pack's name, its version where it is known, and the year as a number.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(pack, forKey: .pack)
    try container.encodeIfPresent(version, forKey: .version)
    try container.encode(year.number, forKey: .year)
  }
}
