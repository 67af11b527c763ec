import CTEIntake
import CTEModel
import CTERulePack
import CTEStore

/// Imports the files of a fixture into a passing tenant, and compares what is found with what must be.
struct FixtureRun {
  /// What came of a fixture.
  struct Result {
    var issues: [PackIssue] = []
    /// The rules that found something.
    var firedRules: Set<RuleID> = []
    var rowCount = 0
    /// Whether a file couldn't be taken in, so that what isn't found says nothing.
    var isBroken = false
  }

  private let fixture: Fixture
  private let pack: RulePack

  init(_ fixture: Fixture, of pack: RulePack) {
    self.fixture = fixture
    self.pack = pack
  }

  func run() async -> Result {
    var result = Result()
    do {
      let tenant = try await tenant()
      for file in fixture.reference { await load(file, into: tenant, &result) }
      for (number, file) in zip(1..., fixture.files) {
        let tenant = try await Self.limited(tenant, to: file.access, as: Actor("fixture \(number)"))
        await attempt(file, in: tenant, &result)
      }
    } catch {
      result.issues.append(
        PackIssue(at: fixture.origin, "the fixture can't be run: \(words(for: error))"))
    }
    return result
  }

  private var moment: Moment {
    Moment(seconds: Int64(fixture.today.ordinal - CalendarDay.epochOrdinal) * 86_400)
  }

  private func tenant() async throws -> Tenant {
    guard let id = TenantID("fixture") else { preconditionFailure("the name is a tenant's") }
    let store = InMemoryStore()
    let settings = TenantSettings(pack: pack.name, year: pack.year)
    try await store.create(id, settings: settings, by: .localOperator, at: moment)
    return Tenant(id, pack: pack, store: try await store.scoped(to: id), actor: .localOperator)
  }

  /// Returns the tenant as an actor uses it who may change some parts of it.
  private static func limited(
    _ tenant: Tenant, to parts: [AccessPart]?, as actor: Actor
  ) async throws -> Tenant {
    guard let parts else { return tenant }
    let session = try await tenant.store.beginWriting()
    for part in parts {
      try await session.add(
        Grant(
          to: actor.name, role: Grant.administrator, organization: part.organization,
          program: part.program, offering: part.offering))
    }
    try await session.commit(
      nil,
      AuditEvent.Draft(
        moment: Moment(seconds: 0), actor: tenant.actor.name, action: "give role",
        pack: tenant.packVersion, details: "{}"))
    return Tenant(tenant.id, pack: tenant.pack, store: tenant.store, actor: actor)
  }

  private func load(_ file: Fixture.File, into tenant: Tenant, _ result: inout Result) async {
    guard let report = await report(on: file, in: tenant, &result) else { return }
    for finding in report.findings {
      result.issues.append(
        PackIssue(at: file.origin, "\(file.name), cell \(finding.cell): \(finding.message)"))
    }
  }

  private func report(
    on file: Fixture.File, in tenant: Tenant, _ result: inout Result
  ) async -> ImportReport? {
    do {
      // What a fixture imports is there for its next file, so no preview is kept.
      let report = try await tenant.importAtOnce(
        file.path, format: file.format, at: moment, on: fixture.today, reading: .ofPacks)
      result.rowCount += report.counts.read
      return report
    } catch {
      result.issues.append(PackIssue(at: file.origin, words(for: error)))
      result.isBroken = true
      return nil
    }
  }

  private func attempt(
    _ tried: Fixture.TriedFile, in tenant: Tenant, _ result: inout Result
  ) async {
    guard let report = await report(on: tried.file, in: tenant, &result) else { return }
    // What is said of a file as a whole is no rule's finding.
    let aboutFile = Set(report.notices.map(\.rule))
    result.firedRules.formUnion(
      report.outcomes.filter { $0.status == .failed }.map(\.rule).filter { !aboutFile.contains($0) }
    )
    result.issues += compare(report.findings, with: tried)
    let counts = report.counts.byName
    for (name, count, origin) in tried.counts where counts[name] != count {
      result.issues.append(
        PackIssue(
          at: origin,
          "\(counted(counts[name] ?? 0, "row")) \(name), where \(count) \(count == 1 ? "is" : "are") expected"
        ))
    }
    for outcome in report.outcomes where outcome.hasTrouble {
      result.issues.append(
        PackIssue(at: tried.file.origin, "\(outcome.rule): \(outcome.reason ?? "")"))
    }
  }

  private func compare(
    _ findings: [Finding], with tried: Fixture.TriedFile
  ) -> [PackIssue] {
    var unexpected = findings
    var issues: [PackIssue] = []
    for wanted in tried.findings {
      if let place = unexpected.firstIndex(where: { wanted.means($0) }) {
        unexpected.remove(at: place)
      } else {
        issues.append(Self.missing(wanted, among: findings, &unexpected))
      }
    }
    return issues
      + unexpected.map { finding in
        PackIssue(
          at: tried.file.origin,
          "\(tried.file.name), row \(finding.row), '\(finding.column)': \(finding.rule.shortName) is found: \(finding.message)",
          help: "correct the file or the rule, or list the finding")
      }
  }

  /// Says that a finding isn't there, or that it is there but expects something else.
  private static func missing(
    _ wanted: Fixture.ExpectedFinding, among findings: [Finding], _ unexpected: inout [Finding]
  ) -> PackIssue {
    let place = "row \(wanted.row), '\(wanted.column)'"
    if let near = unexpected.firstIndex(where: { wanted.stands(at: $0) }) {
      let expected = unexpected.remove(at: near).expected ?? "nothing"
      return PackIssue(
        at: wanted.origin,
        "\(place): \(wanted.rule) is found, but expects '\(expected)', not '\(wanted.expected ?? "")'"
      )
    }
    return PackIssue(
      at: wanted.origin, "\(place): \(wanted.rule) isn't found there",
      help: found(findings.filter { $0.row == wanted.row }))
  }

  private static func found(_ findings: [Finding]) -> String {
    if findings.isEmpty { return "nothing is found in the row" }
    let names = findings.map { "\($0.rule.shortName) in '\($0.column)'" }
    return "in the row stand \(names.joined(separator: ", "))"
  }
}

extension Fixture.ExpectedFinding {
  fileprivate func means(_ finding: Finding) -> Bool {
    stands(at: finding) && (expected == nil || expected == finding.expected)
  }

  fileprivate func stands(at finding: Finding) -> Bool {
    finding.row == row && finding.column == column && finding.rule.shortName == rule
  }
}

extension RowCounts {
  fileprivate var byName: [String: Int] {
    [
      "read": read, "accepted": accepted, "unchanged": unchanged, "updated": updated,
      "rejected": rejected,
    ]
  }
}
