import CTEModel
import CTEStore

extension ChangeReport {
  /// Returns the report in lines for people: what becomes of how many records, and of which.
  ///
  /// - Parameter itemLimit: How many records of each kind are named at most.
  public func text(itemLimit: Int = 20) -> String {
    var lines = [headline]
    if counts.isEmpty { lines.append("  no record is touched") }
    for count in counts {
      lines.append("  \(count.effect.words): \(counted(count.count, count.typeWords))")
      lines.append("    \(names(of: count, limit: itemLimit))")
    }
    lines += notes.map { "  note: \($0.printable)" }
    return lines.joined(separator: "\n")
  }

  private var headline: String {
    event.map { "Done, as event \($0) of the audit log: \(action)." }
      ?? "A plan, and nothing is changed: \(action)."
  }

  private func names(of count: Count, limit: Int) -> String {
    let own = items.lazy.filter { $0.type == count.type && $0.effect == count.effect }
    let names = own.prefix(limit).map(\.record.description)
    let rest = count.count - names.count
    return names.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  /// Returns the report as one JSON object; equal reports give equal bytes.
  public func json() throws -> String {
    try JSONText.pretty(Entry(self))
  }

  private struct Entry: Encodable {
    let action: String
    let event: Int?
    let state: String
    let counts: [CountEntry]
    let records: [ItemEntry]
    let notes: [String]

    init(_ report: ChangeReport) {
      action = report.action
      event = report.event
      state = report.isPlan ? "plan" : "committed"
      counts = report.counts.map {
        CountEntry(type: $0.type, effect: $0.effect.rawValue, count: $0.count)
      }
      records = report.items.map {
        ItemEntry(type: $0.type, effect: $0.effect.rawValue, record: $0.record.description)
      }
      notes = report.notes
    }
  }

  private struct CountEntry: Encodable {
    let type: String
    let effect: String
    let count: Int
  }

  private struct ItemEntry: Encodable {
    let type: String
    let effect: String
    let record: String
  }
}

extension ChangeReport.Count {
  fileprivate var typeWords: String { RecordType.named(type)?.words ?? type }
}

extension ChangeReport.Effect {
  /// What becomes of records, in words that hold for a plan as well as afterwards.
  fileprivate var words: String {
    switch self {
    case .removed: "taken out"
    case .removedAlong: "taken out along (rests on what goes)"
    case .earlierAgain: "set back to the version before"
    case .putBack: "put back"
    case .keptAsSaved: "kept (saved by a person since)"
    case .keptAsUploaded: "kept (changed by a later upload)"
    case .keptAsChanged: "left as it is (changed or removed since)"
    case .keptOutAsRepeated: "not put back (recorded again since)"
    case .keptOutAsUnsupported: "not put back (what it rests on isn't there)"
    case .keptOutAsContradicted: "not put back (it can't stand beside what was recorded since)"
    }
  }
}
