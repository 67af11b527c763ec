import CTEModel
import CTERulePack
import Foundation
import Testing

struct BrokenPackTests {
  @Test func `the sound pack has no mistake`() throws {
    let fixture = try PackFixture()
    let pack = try RulePack.load("lakeland", year: FiscalYear(2026), from: fixture.library)
    #expect(pack.rules.count == 5)
    #expect(pack.formats.keys.sorted() == ["courses", "credentials"])
    #expect(pack.lists.map(\.name) == ["courses"])
  }

  @Test(arguments: PackFixture.mistakes)
  func `a mistake is told literally as its author will read it`(mistake: String) throws {
    let fixture = try PackFixture(broken: mistake)
    #expect(try fixture.issues() == PackFixture.expectedIssues(of: mistake))
  }

  @Test(arguments: PackFixture.mistakes)
  func `an editor can jump to every mistake`(mistake: String) throws {
    let fixture = try PackFixture(broken: mistake)
    let issues = #expect(throws: PackIssues.self) {
      try RulePack.load("lakeland", year: FiscalYear(2026), from: fixture.library)
    }
    for issue in issues?.issues ?? [] {
      let bytes = try Data(contentsOf: fixture.folder.appendingPathComponent(issue.origin.file))
      let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n")
      let line = try #require(issue.origin.line <= lines.count ? lines[issue.origin.line - 1] : nil)
      #expect(1...line.unicodeScalars.count + 1 ~= issue.origin.column, "\(issue)")
    }
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
