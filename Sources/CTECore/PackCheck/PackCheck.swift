import CTEIntake
import CTEModel
public import CTERulePack

/// Tries everything that a rule pack promises, for every year that it covers.
///
/// Its files are read, its rules are held against their own examples and against each other, its lists are read, and its
/// fixtures are imported as a tenant's files are.
///
/// ```swift
/// let report = await PackCheck("lakeland", from: library).run()
/// report.issues.map(\.description)  // ["lakeland/rules/…:12:5: the rule takes this example for right, …"]
/// ```
public struct PackCheck: Sendable {
  private let pack: String
  private let library: PackLibrary

  /// Creates the check of a pack.
  ///
  /// - Parameters:
  ///   - pack: The name of a pack of the library, or the path of a pack's folder.
  ///   - library: Where packs, and the packs that they extend, are found.
  public init(_ pack: String, from library: PackLibrary) {
    self.pack = pack
    self.library = library
  }

  /// Tries everything, and returns what doesn't hold.
  ///
  /// - Parameter tryingMutants: Whether to try also that every rule's examples tell it from its mutants.
  public func run(tryingMutants: Bool = false) async -> PackCheckReport {
    do {
      let inspections = try inspect()
      var report = PackCheckReport(inspections)
      for inspection in inspections { await check(inspection, &report) }
      checkWhole(inspections, &report)
      if tryingMutants { report.tryMutants(inspections) }
      report.sort()
      return report
    } catch {
      return PackCheckReport(unusable: pack, error.issues)
    }
  }

  /// Loads the pack for every year, as it stands at the end. A mistake that shows in several is told once.
  private func inspect() throws(PackIssues) -> [PackInspection] {
    let years = try PackInspection.years(of: pack, in: library)
    var issues: Set<PackIssue> = []
    var inspections: [PackInspection] = []
    for number in years.lowerBound.number...years.upperBound.number {
      do throws(PackIssues) {
        let inspection = try inspect(FiscalYear(number), on: nil)
        inspections.append(inspection)
        for day in inspection.changes { _ = try inspect(FiscalYear(number), on: day) }
        let first = inspection.pack.calendar.days(of: inspection.pack.year).lowerBound
        if !inspection.changes.isEmpty { _ = try inspect(FiscalYear(number), on: first) }
      } catch {
        issues.formUnion(error.issues)
      }
    }
    if !issues.isEmpty { throw PackIssues(Array(issues)) }
    return inspections
  }

  private func inspect(
    _ year: FiscalYear, on day: CalendarDay?
  ) throws(PackIssues) -> PackInspection {
    try .load(pack, year: year, on: day, from: library, checks: RuleID.intakeChecks)
  }

  /// Checks what holds in one year.
  private func check(_ inspection: PackInspection, _ report: inout PackCheckReport) async {
    report.add(ExampleCheck(inspection.pack).issues())
    let listIssues = ListCheck(inspection.pack).issues()
    report.add(listIssues)
    // Without its lists nothing that is found in files says anything.
    guard listIssues.isEmpty else { return }
    var fired: [String: Set<RuleID>] = [:]
    var broken: Set<String> = []
    for fixture in inspection.fixtures where fixture.year == inspection.pack.year {
      let run = await FixtureRun(fixture, of: pack(inspection, on: fixture.today)).run()
      report.add(run.issues)
      report.count(run)
      fired[fixture.name] = run.firedRules
      if run.isBroken { broken.insert(fixture.name) }
    }
    if !inspection.pack.isBase {
      report.add(FixtureCoverage(inspection, broken: broken).issues(fired: fired))
    }
  }

  /// Returns the pack as it stands on a day of its year.
  private func pack(_ inspection: PackInspection, on day: CalendarDay) -> RulePack {
    guard !inspection.changes.isEmpty else { return inspection.pack }
    // It was loaded for every change, so it loads for the days between.
    let changed = try? inspect(inspection.pack.year, on: day)
    return changed?.pack ?? inspection.pack
  }

  /// Checks what holds over all years.
  private func checkWhole(_ inspections: [PackInspection], _ report: inout PackCheckReport) {
    guard let last = inspections.last else { return }
    report.add(RuleCheck(inspections.map(\.pack)).issues)
    report.add(ExampleCheck.neverAsked(inspections.map(\.pack)))
    guard !last.pack.isBase else { return }
    var use = NameUse()
    for inspection in inspections { use.add(inspection) }
    report.add(use.unused(in: last.index, of: last.pack.name))
  }
}
