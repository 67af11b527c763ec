import CTECore
import CTETestKit
import Foundation
import Testing

struct RuleTroubleTests {
  private static let rule = "rules/credential/course-not-enrolled.yaml"

  /// A copy of a shipped pack, one of whose rules requires something else.
  private func pack(requiring requirement: String) throws -> PassingFolder {
    let shipped = Demo.sample.appendingPathComponent("../../RulePacks/arizona").standardizedFileURL
    let folder = try PassingFolder(copying: shipped)
    let file = folder.url.appendingPathComponent(Self.rule)
    let lines = try String(contentsOf: file, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    let changed = lines.map { $0.hasPrefix("require:") ? "require: '\(requirement)'" : String($0) }
    try changed.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    return folder
  }

  private func report(requiring requirement: String) async throws -> ImportReport {
    let pack = try pack(requiring: requirement)
    let demo = try await Demo(pack: pack.url.path)
    return try await demo.importing(
      Upload.titles + Upload.row() + Upload.row(day: "04/15/2022", certificate: "none"),
      isDryRun: true)
  }

  private func outcome(in report: ImportReport) throws -> RuleOutcome {
    try #require(report.outcomes.first { $0.rule.description.hasSuffix("course-not-enrolled") })
  }

  @Test func `a rule reads what look-ups find through filters, too`() async throws {
    let report = try await report(
      requiring:
        "enrollments.filter(e, e.program == program).map(e, e.course).exists(c, c == course)")
    let outcome = try outcome(in: report)
    #expect(outcome.status == .passed)
    #expect(outcome.reason == nil)
  }

  @Test func `a rule that can't be computed for a row says so, and finds nothing wrong with it`()
    async throws
  {
    let report = try await report(
      requiring: "!has(this.certificateNumber) || int(certificateNumber) > 5")
    let outcome = try outcome(in: report)
    #expect(outcome.status == .passed)
    #expect(
      outcome.reason == "it could not be computed for 1 row: the text is no whole number")
    #expect(report.text().contains("course-not-enrolled: it could not be computed for 1 row"))
  }

  @Test func `a rule that would cost too much ends the import with its name and the limit`()
    async throws
  {
    let pair = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]"
    let pack = try pack(
      requiring:
        "\(pair).all(a, \(pair).all(b, \(pair).all(c, \(pair).all(d, \(pair).all(e, a + e > 0)))))")
    let demo = try await Demo(pack: pack.url.path)
    let error = await #expect(throws: (any Error).self) {
      try await demo.importing(Upload.titles + Upload.row())
    }
    let words = error.map { "\($0)" } ?? ""
    #expect(
      words.contains(
        "course-not-enrolled, row 2: the expression costs more than the limit of 1000000"))
  }
}
