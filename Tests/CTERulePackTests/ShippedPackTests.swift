import BundledRulePacks
import CEL
import CTEModel
import CTERulePack
import Foundation
import Testing

struct ShippedPackTests {
  static let packs: [(name: String, year: Int)] = [("perkins", 2022), ("arizona", 2022)]

  @Test(arguments: packs)
  func `a shipped pack has no mistake`(name: String, year: Int) throws {
    let pack = try RulePack.load(name, year: FiscalYear(year), from: BundledRulePacks.library())
    #expect(pack.years.contains(pack.year))
  }

  @Test func `a pack is found by its folder's path`() throws {
    let folder = try #require(BundledRulePacks.library().folders.first)
    let pack = try RulePack.load(
      folder.appendingPathComponent("arizona").path, year: FiscalYear(2022),
      from: BundledRulePacks.library())
    #expect(pack.name == "arizona")
  }

  @Test(arguments: packs)
  func `every rule accepts and rejects its own examples`(name: String, year: Int) throws {
    let pack = try RulePack.load(name, year: FiscalYear(year), from: BundledRulePacks.library())
    for rule in pack.rules {
      let judge = ExampleJudge(rule, of: pack)
      for example in rule.accepted where judge.isAsked(of: example) {
        #expect(try judge.accepts(example) == true, "\(example.origin.file):\(example.origin.line)")
      }
      for example in rule.rejected where judge.isAsked(of: example) {
        #expect(
          try judge.accepts(example) == false, "\(example.origin.file):\(example.origin.line)")
      }
      #expect(!rule.accepted.isEmpty && !rule.rejected.isEmpty)
    }
  }

  @Test func `findings have the official names that the instructions give`() throws {
    let pack = try RulePack.load(
      "arizona", year: FiscalYear(2022), from: BundledRulePacks.library())
    let named = pack.rules.filter { $0.officialName != nil }
    #expect(
      named.map { "\($0.id.name): \($0.officialName ?? "")" } == [
        "arizona:credential/already-recorded: The credential record exists for the student",
        "arizona:credential/not-enrolled: Information Message - Enrollment",
      ])
  }
}
