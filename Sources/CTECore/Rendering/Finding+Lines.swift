import CTEModel

extension Finding {
  /// The finding of a file in lines for people: the cell, what is wrong, and what to do.
  var linesWithCell: [String] {
    ["  \(cell.leftPadded(to: 7))  \(sentence)"] + helpLines(indent: 11)
  }

  /// The finding of an entry in lines for people: what is wrong, and what to do.
  var linesWithoutCell: [String] {
    ["  \(sentence)"] + helpLines(indent: 4)
  }

  /// The column, what the state calls it, and what is wrong.
  private var sentence: String {
    let column = column.isEmpty ? "" : "\(column): "
    let name = officialName.map { "\($0): " } ?? ""
    return (column + name + message).printable
  }

  private func helpLines(indent: Int) -> [String] {
    help.map { [String(repeating: " ", count: indent) + $0.printable] } ?? []
  }
}

extension [Finding] {
  /// The first of the findings in lines for people, beneath a title that says how many there are.
  ///
  /// - Parameter total: How many there are in all.
  func lines(limit: Int, total: Int) -> [String] {
    let shown = prefix(limit)
    guard !shown.isEmpty else { return [] }
    let title = "Findings" + (total > shown.count ? " (\(shown.count) of \(total)):" : ":")
    return ["", title] + shown.flatMap(\.linesWithCell)
  }
}

/// Returns lines that say how often rules failed, the most frequent first.
func ruleLines(_ failed: [(rule: RuleID, severity: Severity, count: Int)]) -> [String] {
  guard !failed.isEmpty else { return [] }
  let sorted = failed.sorted { $0.count > $1.count }
  return ["", "What is wrong, by rule:"]
    + sorted.map { "  \(String($0.count).leftPadded(to: 7))  \($0.severity.rawValue)  \($0.rule)" }
}
