import CTEModel
import CTERulePack

/// Whether the fixtures that every year must have are there, and every rule fires in one of them.
struct FixtureCoverage {
  private let inspection: PackInspection
  private let year: FiscalYear
  /// Fixtures with a file that couldn't be taken in.
  private let broken: Set<String>

  init(_ inspection: PackInspection, broken: Set<String>) {
    self.inspection = inspection
    self.broken = broken
    year = inspection.pack.year
  }

  /// Returns what is missing.
  ///
  /// - Parameter fired: The rules that found something, by the fixture's name.
  func issues(fired: [String: Set<RuleID>]) -> [PackIssue] {
    let clean = "clean-\(year)"
    let every = "every-rule-\(year)"
    var issues = [clean, every].filter { fired[$0] == nil }.map { name in
      PackIssue(
        at: .init(file: "\(inspection.pack.name)/tests/\(name)/expect.yaml"),
        "the fixture '\(name)' of the year \(year) is missing",
        help: name == clean
          ? "give files in which nothing is wrong"
          : "give files in which every rule finds something")
    }
    let found = fired[clean] ?? []
    if !found.isEmpty, let fixture = fixture(clean) {
      let names = found.map(\.shortName).sorted().joined(separator: ", ")
      issues.append(
        PackIssue(at: fixture.origin, "in a clean fixture nothing is found, but \(names)"))
    }
    if let fixture = fixture(every), let fired = fired[every], !broken.contains(every) {
      issues += silentRules(fixture, fired)
    }
    return issues
  }

  private func fixture(_ name: String) -> Fixture? {
    inspection.fixtures.first { $0.name == name }
  }

  private func silentRules(_ fixture: Fixture, _ fired: Set<RuleID>) -> [PackIssue] {
    let pack = inspection.pack
    let applying = pack.rules.filter { $0.missingParameter(in: pack.language) == nil }
    var issues: [PackIssue] = []
    for rule in applying
    where !fired.contains(rule.id)
      && !fixture.silent.contains(where: { $0.rule == rule.id.shortName })
    {
      issues.append(
        PackIssue(
          at: rule.origin, "the rule finds nothing in tests/\(fixture.name)",
          help: "add a row in which it does, or list it there under 'silent' with a reason"))
    }
    for silent in fixture.silent {
      if fired.contains(where: { $0.shortName == silent.rule }) {
        issues.append(
          PackIssue(at: silent.origin, "the rule '\(silent.rule)' isn't silent: it finds something")
        )
      } else if !applying.contains(where: { $0.id.shortName == silent.rule }) {
        issues.append(PackIssue(at: silent.origin, "no rule '\(silent.rule)' applies in \(year)"))
      }
    }
    return issues
  }
}
