import CTEModel
import CTERulePack
import Testing

struct InheritanceTests {
  let heading =
    "title: Hillside\nversion: 1.0.0\nextends: lakeland\nyears: {first: 2026, last: 2026}\n"

  @Test func `a pack has what it extends`() throws {
    let fixture = try PackFixture()
    try fixture.write(heading, to: "pack.yaml", of: "hillside")
    let pack = try RulePack.load("hillside", year: FiscalYear(2026), from: fixture.library)
    #expect(pack.name == "hillside")
    #expect(pack.rules.map(\.id.name).allSatisfy { $0.hasPrefix("lakeland:") })
    #expect(pack.formats.keys.sorted() == ["courses", "credentials"])
  }

  @Test func `a file of the same path must say that it replaces the other`() throws {
    let list = "summary: Kinds.\nsource: manual, 3\ncodes: {regular: a course}\n"
    let fixture = try PackFixture()
    try fixture.write(heading, to: "pack.yaml", of: "hillside")
    try fixture.write(list, to: "codes/course-kinds.yaml", of: "hillside")
    let issues = #expect(throws: PackIssues.self) {
      try RulePack.load("hillside", year: FiscalYear(2026), from: fixture.library)
    }
    #expect(
      issues?.description == """
        hillside/codes/course-kinds.yaml:1:1: a file of this path stands in 'lakeland'
          help: write 'replaces: lakeland' if this one stands in its place
        """)

    try fixture.write("replaces: lakeland\n" + list, to: "codes/course-kinds.yaml", of: "hillside")
    let pack = try RulePack.load("hillside", year: FiscalYear(2026), from: fixture.library)
    #expect(pack.codeLists["course-kinds"]?.labels == ["regular": "a course"])
  }

  @Test func `what is unwanted is left out, with a reason`() throws {
    let fixture = try PackFixture()
    let without =
      "without:\n  - {file: rules/credential/not-enrolled, reason: nobody enrolls in Hillside}\n"
    try fixture.write(heading + without, to: "pack.yaml", of: "hillside")
    let pack = try RulePack.load("hillside", year: FiscalYear(2026), from: fixture.library)
    #expect(!pack.rules.contains { $0.id.name == "lakeland:credential/not-enrolled" })
    #expect(pack.rules.count == 4)
  }

  @Test func `packs that extend each other in a circle are refused`() throws {
    let fixture = try PackFixture()
    try fixture.write(
      heading.replacing("lakeland", with: "hillside"), to: "pack.yaml", of: "hillside")
    #expect(throws: PackIssues.self) {
      try RulePack.load("hillside", year: FiscalYear(2026), from: fixture.library)
    }
  }

  @Test func `a pack that isn't there leads to those that are`() throws {
    let fixture = try PackFixture()
    let issues = #expect(throws: PackIssues.self) {
      try RulePack.load("lakland", year: FiscalYear(2026), from: fixture.library)
    }
    #expect(
      issues?.description == """
        lakland/pack.yaml:1:1: unknown pack 'lakland'
          help: did you mean 'lakeland'?
        """)
  }
}
