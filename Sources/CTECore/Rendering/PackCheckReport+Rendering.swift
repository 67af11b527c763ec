import CTERulePack

extension PackCheckReport {
  /// Returns the report in lines for people: every issue at its place, and what was tried.
  ///
  /// - Parameter folder: The pack's folder as the reader names it, so that an editor finds the files of issues.
  public func text(folder: String? = nil) -> String {
    let lines = issues.map { issue in
      folder.map { issue.moved(from: pack, to: $0).description } ?? issue.description
    }
    return (lines + (isUsable ? [tried] : []) + [conclusion]).joined(separator: "\n")
  }

  private var tried: String {
    let years = years.map(\.description).joined(separator: ", ")
    var text =
      "\(pack) \(years): \(counted(counts.rules, "rule")), \(counted(counts.examples, "example")), "
      + "\(counted(counts.fixtures, "fixture")) of \(counted(counts.rows, "row"))"
    if let mutants { text += ", \(mutants.killed) of \(mutants.tried) mutants killed" }
    return text
  }

  private var conclusion: String {
    switch (issues.count, isUsable) {
    case (0, _): "everything holds"
    case (let count, true): "\(counted(count, "issue"))"
    case (let count, false):
      "\(counted(count, "issue")); the pack can't be used like this"
    }
  }

  /// Returns the report as one JSON object; equal reports give equal bytes.
  public func json() throws -> String {
    try JSONText.pretty(Entry(self))
  }

  private struct Entry: Encodable {
    let pack: String
    let years: [Int]
    let isUsable: Bool
    let rules: Int
    let examples: Int
    let fixtures: Int
    let rows: Int
    let mutants: [String: Int]?
    let issues: [IssueEntry]

    init(_ report: PackCheckReport) {
      pack = report.pack
      years = report.years.map(\.number)
      isUsable = report.isUsable
      rules = report.counts.rules
      examples = report.counts.examples
      fixtures = report.counts.fixtures
      rows = report.counts.rows
      mutants = report.mutants.map { ["tried": $0.tried, "killed": $0.killed] }
      issues = report.issues.map(IssueEntry.init)
    }
  }

  private struct IssueEntry: Encodable {
    let file: String
    let line: Int
    let column: Int
    let problem: String
    let help: String?

    init(_ issue: PackIssue) {
      file = issue.origin.file
      line = issue.origin.line
      column = issue.origin.column
      problem = issue.problem
      help = issue.help
    }
  }
}

extension PackIssue {
  /// The same in a file of a folder that is named otherwise.
  fileprivate func moved(from pack: String, to folder: String) -> PackIssue {
    guard origin.file.hasPrefix(pack + "/") else { return self }
    let path = folder + (folder.hasSuffix("/") ? "" : "/") + origin.file.dropFirst(pack.count + 1)
    return PackIssue(
      at: Origin(file: path, line: origin.line, column: origin.column), problem, help: help)
  }
}

/// Returns a number with the name of what is counted, in the plural where there isn't one.
func counted(_ number: Int, _ thing: String) -> String {
  "\(number) \(thing)\(number == 1 ? "" : "s")"
}
