import CTEModel
import CTERulePack
import Foundation
import Testing

struct BrokenPackTests {
  @Test func `the sound pack has no mistake`() throws {
    let fixture = try PackFixture()
    let pack = try RulePack.load("lakeland", year: FiscalYear(2026), from: fixture.library)
    #expect(pack.rules.count == 4)
    #expect(pack.formats.keys.sorted() == ["credentials"])
  }

  @Test(arguments: PackFixture.mistakes)
  func `a mistake is told literally as its author will read it`(mistake: String) throws {
    let fixture = try PackFixture(broken: mistake)
    let expected = PackFixture.resource("BrokenPacks/\(mistake)/expected.txt")
    let issues = #expect(throws: PackIssues.self) {
      try RulePack.load("lakeland", year: FiscalYear(2026), from: fixture.library)
    }
    #expect(
      issues?.description
        == (try String(contentsOf: expected, encoding: .utf8)).trimmingCharacters(in: .newlines))
  }

  @Test func `all mistakes of a pack are told at once, in the order of their places`() throws {
    let fixture = try PackFixture(broken: "misspelt-key")
    try fixture.write("summary: none\n", to: "formats/none.yaml")
    let issues = #expect(throws: PackIssues.self) {
      try RulePack.load("lakeland", year: FiscalYear(2026), from: fixture.library)
    }
    #expect(Set(issues?.issues.map(\.origin.file) ?? []).count == 2)
    let origins = issues?.issues.map(\.origin) ?? []
    #expect(origins == origins.sorted())
  }
}
