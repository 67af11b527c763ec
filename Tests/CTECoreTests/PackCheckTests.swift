import BundledRulePacks
import CTECore
import CTEModel
import CTETestKit
import Foundation
import Testing

/// A new pack in a passing folder, of which something is written otherwise.
struct SketchedPack {
  private let passing: PassingFolder
  private var folder: URL { passing.url }

  init() throws {
    passing = try PassingFolder()
    try NewPack(named: "lakeland", years: FiscalYear(2026)...FiscalYear(2027)).write(in: folder)
  }

  private func url(_ path: String) -> URL { folder.appendingPathComponent("lakeland/\(path)") }

  func replace(_ text: String, with other: String, in path: String) throws {
    let old = try String(contentsOf: url(path), encoding: .utf8)
    try #require(old.contains(text), "\(path) has no '\(text)'")
    try old.replacing(text, with: other).write(to: url(path), atomically: true, encoding: .utf8)
  }

  func remove(_ path: String) throws { try FileManager.default.removeItem(at: url(path)) }

  func check(tryingMutants: Bool = false) async -> PackCheckReport {
    await PackCheck("lakeland", from: BundledRulePacks.library(after: [folder]))
      .run(tryingMutants: tryingMutants)
  }
}

struct PackCheckTests {
  @Test(arguments: ["perkins", "arizona", "michigan"])
  func `a shipped pack keeps all that it promises, and its examples kill every mutant`(
    name: String
  ) async {
    let report = await PackCheck(name, from: BundledRulePacks.library()).run(tryingMutants: true)
    #expect(report.issues.map(\.description) == [])
    #expect(report.isUsable && !report.years.isEmpty)
    #expect(report.mutants?.killed == report.mutants?.tried)
    if name == "arizona" {
      #expect(report.counts.fixtures == 4 && report.counts.rules >= 26)
      #expect(report.mutants?.tried ?? 0 > 90)
    }
    if name == "michigan" {
      #expect(report.counts.fixtures == 7 && report.counts.rules >= 13)
    }
  }

  /// What is written otherwise, and what must then be told.
  struct Breach: CustomTestStringConvertible {
    let file: String
    let text: String
    let other: String
    let told: String

    var testDescription: String { told }
  }

  static let weeks = "rules/enrollment/weeks-out-of-range.yaml"

  @Test(arguments: [
    Breach(
      file: weeks, text: "weeks >= parameters.weeks.min &&",
      other: "weeks >= parameters.weeks.min ||", told: "this rule can never find anything"),
    Breach(
      file: weeks, text: "weeks >= parameters.weeks.min", other: "weeks > parameters.weeks.min",
      told: "the rule takes this example for wrong in 2026, but it stands under 'accept'"),
    Breach(
      file: weeks, text: "{record: {weeks: 3}}", other: "{record: {weeks: 4}}",
      told: "the rule takes this example for right in 2026, but it stands under 'reject'"),
    Breach(
      file: weeks, text: "{record: {weeks: 4}}", other: "{record: {credits: 1.0}}",
      told: "the rule isn't asked of this example in 2026, but it stands under 'accept'"),
    Breach(
      file: "parameters.yaml", text: "min: 4", other: "min: 5",
      told: "the rule takes this example for wrong in 2027"),
    Breach(
      file: "tests/every-rule-2027/enrollments.csv", text: "99000000", other: "01000000",
      told: "the rule finds nothing in tests/every-rule-2027"),
    Breach(
      file: "identifiers.yaml", text: "\nstudentNumber:",
      other:
        "\nidle: {summary: Of no use., source: manual, digits: 3}\nstudentNumber:",
      told: "nothing uses the scheme 'idle'"),
    Breach(
      file: "programs/2026.csv", text: "01000000", other: "0100-0000",
      told: "lakeland/programs/2026.csv:2:1: cell A2, "),
    Breach(
      file: "tests/every-rule-2026/enrollments.csv", text: "Student Number", other: "Student",
      told: "it has no column titled 'Student Number'"),
    Breach(
      file: "tests/every-rule-2026/expect.yaml", text: "rejected: ", other: "rejected: 1",
      told: "rejected, where "),
    Breach(
      file: "programs/index.yaml", text: "format: programs", other: "format: students",
      told: "no fixture has a file of the format 'programs'"),
    Breach(
      file: "programs/2026.csv", text: "\n0", other: "\n01000000,Another Title\n0",
      told: "the line says something else of the program than line 2"),
    Breach(
      file: "pack.yaml", text: "last: 2027", other: "last: 2028",
      told: "the fixture 'every-rule-2028' of the year 2028 is missing"),
  ])
  func `what a pack promises and doesn't keep is told at its place`(breach: Breach) async throws {
    let pack = try SketchedPack()
    try pack.replace(breach.text, with: breach.other, in: breach.file)
    let report = await pack.check()
    #expect(report.isUsable)
    #expect(
      report.issues.contains { $0.description.contains(breach.told) }, "\(report.text())")
  }

  @Test func `a pack that can't be used tells every mistake of all its years once`() async throws {
    let pack = try SketchedPack()
    try pack.replace("weeks", with: "weekss", in: Self.weeks)
    let report = await pack.check()
    #expect(!report.isUsable && report.years.isEmpty)
    #expect(Set(report.issues).count == report.issues.count && report.issues.count > 1)
  }

  @Test func `examples that stand away from the border let mutants live`() async throws {
    let pack = try SketchedPack()
    try pack.replace("{record: {weeks: 4}}", with: "{record: {weeks: 9}}", in: Self.weeks)
    try #require(await pack.check().issues.isEmpty)
    let report = await pack.check(tryingMutants: true)
    #expect(report.mutants.map { $0.killed < $0.tried } == true)
    #expect(
      report.issues.contains { $0.problem.hasPrefix("no example would notice if") },
      "\(report.text())")
  }

  @Test func `a notice fires as any rule does, and a change within the year holds from its day on`()
    async throws
  {
    let pack = try SketchedPack()
    try pack.replace("severity: warning", with: "severity: notice", in: Self.weeks)
    try #require(await pack.check().issues.isEmpty)
    try pack.replace(
      "{2026: {min: 4, max: 40}}",
      with: "{2026: {min: 4, max: 40}, 2027-06-01: {min: 30, max: 40}}",
      in: "parameters.yaml")
    let told = await pack.check().issues.map(\.description)
    #expect(told.contains { $0.contains("wrong in 2027, but it stands under 'accept'") })
    #expect(!told.contains { $0.contains("tests/clean-2027") }, "the fixture's day comes before")
  }

  @Test func `a fixture that is gone is missed`() async throws {
    let pack = try SketchedPack()
    try pack.remove("tests/clean-2027")
    #expect(
      await pack.check().issues.map(\.problem) == [
        "the fixture 'clean-2027' of the year 2027 is missing"
      ])
  }
}
