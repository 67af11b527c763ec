import CTEModel
public import CTERulePack

/// What became of a pack's check.
public struct PackCheckReport: Sendable {
  /// The pack's name.
  public let pack: String
  /// The years that it covers; empty where it can't be used.
  public let years: [FiscalYear]
  /// What doesn't hold, by file and place.
  public private(set) var issues: [PackIssue] = []
  private var told: Set<PackIssue> = []
  /// Whether the pack can be loaded at all.
  public let isUsable: Bool
  /// How many rules, examples, fixtures and rows of fixtures were tried.
  public private(set) var counts = Counts()
  /// What became of the rules' mutants; nil where they weren't tried.
  public private(set) var mutants: MutantScore?

  /// How much was tried.
  public struct Counts: Hashable, Sendable {
    /// The rules, each counted once.
    public internal(set) var rules = 0
    /// The examples of the rules, each counted once.
    public internal(set) var examples = 0
    /// The fixtures.
    public internal(set) var fixtures = 0
    /// The rows of the fixtures' files.
    public internal(set) var rows = 0
  }

  init(_ inspections: [PackInspection]) {
    pack = inspections.last?.pack.name ?? ""
    years = inspections.map(\.pack.year)
    isUsable = true
    var rules: [RuleID: Int] = [:]
    for rule in inspections.flatMap(\.pack.rules) {
      rules[rule.id] = rule.accepted.count + rule.rejected.count
    }
    counts.rules = rules.count
    counts.examples = rules.values.reduce(0, +)
  }

  init(unusable pack: String, _ issues: [PackIssue]) {
    self.pack = String(pack.split(separator: "/").last ?? "")
    self.issues = issues
    years = []
    isUsable = false
    sort()
  }

  /// Adds issues. What is the same in several years is told once.
  mutating func add(_ new: [PackIssue]) {
    for issue in new where told.insert(issue).inserted { issues.append(issue) }
  }

  mutating func count(_ run: FixtureRun.Result) {
    counts.fixtures += 1
    counts.rows += run.rowCount
  }

  mutating func sort() { issues = PackIssues(issues).issues }

  mutating func tryMutants(_ inspections: [PackInspection]) {
    let trial = MutantTrial(inspections.map(\.pack))
    mutants = trial.score
    add(trial.issues)
  }
}

/// How many mutants of a pack's rules fail the rules' own examples.
public struct MutantScore: Hashable, Sendable {
  /// How many mutants there are.
  public let tried: Int
  /// How many of them fail an example.
  public let killed: Int
}
