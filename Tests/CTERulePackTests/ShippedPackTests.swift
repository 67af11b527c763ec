import BundledRulePacks
import CEL
import CTEModel
import CTERulePack
import Foundation
import Testing

struct ShippedPackTests {
  static let packs: [(name: String, year: Int)] = [
    ("perkins", 2022), ("arizona", 2022), ("michigan", 2025),
  ]

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

  /// As the document lists them, in the order of the alphabet.
  static let errorsOfTheDocument = [
    "Missing Fields", "PSN has credentials", "PSN marked as no credentials",
    "Students not enrolled in a program", "The credential is invalid for the program",
    "The program was not found using PSN", "Unauthorized PSN",
  ]

  @Test(arguments: [2024, 2025])
  func `the errors of an import have the names of the document, and no others`(year: Int) throws {
    let pack = try RulePack.load(
      "michigan", year: FiscalYear(year), from: BundledRulePacks.library())
    #expect(Set(pack.rules.compactMap(\.officialName)).sorted() == Self.errorsOfTheDocument)
    let imported = pack.rules.filter { $0.type != .courseEnrollment }
    #expect(imported.allSatisfy { $0.officialName != nil && $0.help != nil })
    #expect(imported.compactMap(\.gridName) == ["Student not enrolled in program"])
  }
}
