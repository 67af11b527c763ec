import BundledRulePacks
import CTEModel
import CTETestKit
import Foundation
import Testing

@testable import CTERulePack

struct NewPackTests {
  private let passing: PassingFolder
  private var folder: URL { passing.url }

  init() throws {
    passing = try PassingFolder()
  }

  @Test(arguments: [2026...2027, 2031...2031, 2001...2010])
  func `a new pack loads for each of its years without an issue`(years: ClosedRange<Int>) throws {
    let pack = try NewPack(
      named: "north-lakeland",
      years: FiscalYear(years.lowerBound)...FiscalYear(years.upperBound))
    #expect(pack.title == "North Lakeland")
    try pack.write(in: folder)
    let library = BundledRulePacks.library(after: [folder])
    for year in years {
      let loaded = try RulePack.load("north-lakeland", year: FiscalYear(year), from: library)
      #expect(loaded.rules.count == 4 && loaded.formats.count == 3 && loaded.lists.count == 1)
      #expect(loaded.windows.first?.open.count == 1)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["north-lakeland"])
  }

  @Test func `every rule of a new pack accepts and rejects its own examples`() throws {
    try NewPack(named: "lakeland", years: FiscalYear(2026)...FiscalYear(2026)).write(in: folder)
    let pack = try RulePack.load(
      "lakeland", year: FiscalYear(2026), from: BundledRulePacks.library(after: [folder]))
    for rule in pack.rules {
      let judge = ExampleJudge(rule, of: pack)
      for example in rule.accepted { #expect(try judge.accepts(example) == true) }
      for example in rule.rejected { #expect(try judge.accepts(example) == false) }
    }
  }

  @Test func `every place of the template is filled in, and every page says that it is synthetic`()
    throws
  {
    let pack = try NewPack(named: "lakeland", years: FiscalYear(2026)...FiscalYear(2027))
    for (path, text) in pack.files { #expect(!(path + text).contains("{{"), "\(path)") }
    for page in ["README.md", "pack.yaml", "programs/2026.csv", "tests/reference/students.csv"] {
      let text = pack.files.first { $0.path == page }?.text
      #expect(text?.lowercased().contains("synthetic") == true, "\(page)")
    }
    #expect(Set(pack.files.map(\.path)).count == pack.files.count)
  }

  @Test(arguments: ["", "Lakeland", "north--lakeland", "-a", "9a", "a/b", "a b", "é", "perkins"])
  func `a name that no pack can have is refused`(name: String) {
    let error = #expect(throws: PackWritingError.self) {
      try NewPack(named: name, years: FiscalYear(2026)...FiscalYear(2026))
    }
    #expect(error?.code == .badName)
  }

  @Test func `a name that a shipped pack has is refused`() {
    let years = FiscalYear(2026)...FiscalYear(2026)
    let names = BundledRulePacks.library().names
    #expect(throws: Never.self) { try NewPack(named: "lakeland", years: years, besides: names) }
    let error = #expect(throws: PackWritingError.self) {
      try NewPack(named: "arizona", years: years, besides: names)
    }
    #expect(error?.code == .badName)
  }

  @Test(arguments: ["", " ", "a\"b", "a\\b", "a\nb"])
  func `a title that can't stand in a file is refused`(title: String) {
    let error = #expect(throws: PackWritingError.self) {
      try NewPack(named: "lakeland", title: title, years: FiscalYear(2026)...FiscalYear(2026))
    }
    #expect(error?.code == .badTitle)
  }

  @Test(arguments: [1...1, 2020...2030, 9999...10_000])
  func `years that no new pack can cover are refused`(years: ClosedRange<Int>) {
    let error = #expect(throws: PackWritingError.self) {
      try NewPack(
        named: "lakeland", years: FiscalYear(years.lowerBound)...FiscalYear(years.upperBound))
    }
    #expect(error?.code == .badYears)
  }

  @Test func `what is there stays as it is, and where nothing can be written nothing is left`()
    throws
  {
    let pack = try NewPack(named: "lakeland", years: FiscalYear(2026)...FiscalYear(2026))
    let place = folder.appendingPathComponent("lakeland")
    try Data("mine".utf8).write(to: place)
    let exists = #expect(throws: PackWritingError.self) { try pack.write(in: folder) }
    #expect(exists?.code == .exists)
    #expect(try String(contentsOf: place, encoding: .utf8) == "mine")
    let unwritable = #expect(throws: PackWritingError.self) { try pack.write(in: place) }
    #expect(unwritable?.code == .unwritable)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["lakeland"])
  }
}
