import CTEModel
import CTEStore

extension ImportReport {
  /// Returns the report in lines for people: what became of the rows, what was made good, which rules failed.
  ///
  /// - Parameter findingLimit: How many findings are shown at most.
  public func text(findingLimit: Int = 20) -> String {
    var lines = [headline, "  " + rowLine]
    if let place, !place.sheetName.isEmpty {
      lines.append("  from the sheet '\(place.sheetName.printable)'")
    }
    for repair in repairs {
      lines.append(
        "  \(counted(repair.count, "cell")) of '\(repair.column)' had \(repair.kind.words), first in row \(repair.firstRow)"
      )
    }
    for notice in notices {
      lines.append("  note: \(notice.message.printable)")
      if let help = notice.help { lines.append("        \(help.printable)") }
    }
    let waiting = outcomes.filter { $0.reason == RuleOutcome.withoutRecords }.count
    if waiting > 0 {
      lines.append(
        "  \(counted(waiting, "rule")) can't be asked without the records that a tenant has")
    }
    // What is said of the file as a whole is no mistake in it.
    let told = Set(notices.map(\.rule))
    let failed = outcomes.filter { $0.status == .failed && !told.contains($0.rule) }
    lines += ruleLines(failed.map { ($0.rule, $0.severity, $0.count) })
    for outcome in outcomes where outcome.hasTrouble {
      lines.append("  \(outcome.rule): \(outcome.reason ?? "")")
    }
    lines += findingLines(limit: findingLimit)
    return lines.joined(separator: "\n")
  }

  private var headline: String {
    switch state {
    case .committed: "Submission \(submission ?? 0) (\(format)) is committed."
    case .preview:
      submission.map {
        "Submission \($0) (\(format)) is a preview; none of its rows was imported yet."
      }
        ?? "\(format): looked at, nothing was written."
    case .unchanged where counts.read == 0: "\(format): the file has titles but no rows."
    case .unchanged: "\(format): nothing in the file is new; nothing was written."
    case .refused: "The file couldn't be taken in; nothing was written."
    }
  }

  private var rowLine: String {
    let parts = [
      (counts.accepted, state == .preview ? "without an error" : "accepted"),
      (counts.updated, "updated"), (counts.unchanged, "unchanged"), (counts.rejected, "rejected"),
    ]
    let told = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return "\(counted(counts.read, "row")) read"
      + (told.isEmpty ? "" : ": " + told.joined(separator: ", "))
  }

  private func findingLines(limit: Int) -> [String] {
    findings.filter { $0.severity != .notice }.lines(
      limit: limit, total: (findingCounts[.error] ?? 0) + (findingCounts[.warning] ?? 0))
  }
}

extension Repair.Kind {
  /// What a cell had done to it.
  fileprivate var words: String {
    switch self {
    case .restoredZeros: "zeros restored"
    case .trimmedBlanks: "blanks around its text taken off"
    }
  }
}
