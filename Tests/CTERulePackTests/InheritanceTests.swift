import BundledRulePacks
import CTEModel
import CTERulePack
import Foundation
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

  @Test func `a catalog has the entries of the extended pack that it leaves alone`() throws {
    let fixture = try PackFixture()
    try fixture.write(heading, to: "pack.yaml", of: "hillside")
    try fixture.write(
      """
      studentNumber: {summary: A student., digits: 8, replaces: lakeland, source: manual}
      schoolNumber: {summary: A school., digits: 4, source: manual}
      """, to: "identifiers.yaml", of: "hillside")
    try fixture.write(
      "minimum: {summary: A number., source: manual, kind: wholeNumber, value: 3}\n",
      to: "parameters.yaml", of: "hillside")
    try fixture.write(
      """
      credentials: {summary: Later., source: manual, replaces: lakeland, formats: [credentials]}
      courses: {summary: Courses., source: manual, formats: [courses], enforce: true}
      """, to: "windows.yaml", of: "hillside")
    let pack = try fixture.load("hillside")
    #expect(pack.schemes["studentNumber"]?.form == .digits(8, restoresZeros: false))
    #expect(pack.schemes["schoolNumber"]?.form == .digits(4, restoresZeros: false))
    #expect(
      pack.schemes["programCode"]?.form == .text(maximumLength: 10, ignoresCaseAndBlanks: false))
    #expect(pack.parameters.map(\.name).sorted() == ["minimum", "testDays"])
    #expect(pack.windows.map(\.summary) == ["Later.", "Courses."])
    #expect(pack.windows.map(\.id.name).allSatisfy { $0.hasPrefix("hillside:window/") })
  }

  @Test func `what a pack takes over keeps the name of the pack that wrote it`() throws {
    let fixture = try PackFixture()
    try fixture.write(heading, to: "pack.yaml", of: "hillside")
    try fixture.write(
      "courses: {summary: Courses., source: manual, formats: [courses]}\n", to: "windows.yaml",
      of: "hillside")
    #expect(
      try fixture.load("hillside").windows.map(\.id.name)
        == ["lakeland:window/credentials", "hillside:window/courses"])
  }

  @Test func `an entry names the pack that wrote it, however many packs lie between`() throws {
    let fixture = try PackFixture()
    let scheme = "{summary: A scheme., digits: 4, source: manual"
    try fixture.write(heading, to: "pack.yaml", of: "hillside")
    try fixture.write("schoolNumber: \(scheme)}\n", to: "identifiers.yaml", of: "hillside")
    try fixture.write(
      heading.replacing("lakeland", with: "hillside"), to: "pack.yaml", of: "valley")
    try fixture.write(
      """
      studentNumber: \(scheme), replaces: hillside}
      schoolNumber: \(scheme), replaces: hillside}
      """, to: "identifiers.yaml", of: "valley")
    #expect(
      try fixture.issues(of: "valley") == """
        valley/identifiers.yaml:1:1: 'studentNumber' stands in 'lakeland' too
          help: write 'replaces: lakeland' in it if this one stands in its place
        """)
  }

  @Test func `a pack elsewhere on the disk extends one that ships`() throws {
    let elsewhere = try PackFixture()
    try elsewhere.write(
      heading.replacing("lakeland", with: "perkins"), to: "pack.yaml", of: "hillside")
    let pack = try RulePack.load(
      elsewhere.folder.appendingPathComponent("hillside").path, year: FiscalYear(2026),
      from: BundledRulePacks.library())
    #expect(pack.name == "hillside")
    #expect(!pack.codeLists.isEmpty)
  }

  @Test func `a pack can't have the name of the one that it extends`() throws {
    let elsewhere = try PackFixture()
    try elsewhere.write(
      heading.replacing("lakeland", with: "perkins"), to: "pack.yaml", of: "perkins")
    let issues = #expect(throws: PackIssues.self) {
      try RulePack.load(
        elsewhere.folder.appendingPathComponent("perkins").path, year: FiscalYear(2026),
        from: BundledRulePacks.library())
    }
    #expect(
      issues?.description == """
        perkins/pack.yaml:3:10: a pack of the name 'perkins' extends another of that name
          help: rename the pack's folder
        """)
  }

  @Test func `a rule that stands after an unwanted one waits for nothing`() throws {
    let fixture = try PackFixture()
    try fixture.change(
      "after: [credential/unknown-student]", to: "after: [credential/out-of-season]",
      in: "rules/credential/not-enrolled.yaml")
    let without = "without:\n  - {file: rules/credential/out-of-season, reason: no season}\n"
    try fixture.write(heading + without, to: "pack.yaml", of: "hillside")
    let pack = try fixture.load("hillside")
    let rule = try #require(pack.rules.first { $0.id.name.hasSuffix("/not-enrolled") })
    #expect(rule.after.isEmpty)
  }

  @Test(arguments: [("recorded", "4:21"), ("repeated", "4:50"), ("unknown-student", "12:72")])
  func `a rule that a record of the extended pack names is dropped with the record alone`(
    name: String, place: String
  ) throws {
    let fixture = try PackFixture()
    let without = "without:\n  - {file: rules/credential/\(name), reason: not in Hillside}\n"
    try fixture.write(heading + without, to: "pack.yaml", of: "hillside")
    #expect(
      try fixture.issues(of: "hillside") == """
        lakeland/records/credential-attempt.yaml:\(place): the rule 'credential/\(name)' is dropped by 'without', and the record still names it
          help: replace the record too
        """)
  }

  @Test func `a mistake in an extended pack is told at its place in that pack`() throws {
    let fixture = try PackFixture(broken: "misspelt-key")
    try fixture.write(heading, to: "pack.yaml", of: "hillside")
    #expect(
      try fixture.issues(of: "hillside") == PackFixture.expectedIssues(of: "misspelt-key"))
  }

  @Test func `a pack may extend one that knows later years`() throws {
    let fixture = try PackFixture()
    try fixture.change("2026}", to: "2030}", in: "pack.yaml")
    try fixture.change("    2026: {first", to: "    2029: {first", in: "parameters.yaml")
    try fixture.write(heading, to: "pack.yaml", of: "hillside")
    #expect(try fixture.issues() == "")
    #expect(try fixture.issues(of: "hillside") == "")
  }

  @Test func `packs that extend each other in a circle are refused`() throws {
    let fixture = try PackFixture()
    try fixture.write(
      heading.replacing("lakeland", with: "hillside"), to: "pack.yaml", of: "hillside")
    #expect(throws: PackIssues.self) {
      try RulePack.load("hillside", year: FiscalYear(2026), from: fixture.library)
    }
  }

  @Test(arguments: [
    ("empty", "the folder '…/empty' has no pack.yaml"),
    ("none", "there is no folder '…/none'"),
    ("note.txt", "there is no folder '…/note.txt'"),
    ("lakeland/rules", "'…/lakeland/rules' lies in the pack 'lakeland'"),
    ("lakeland/pack.yaml", "'…/lakeland/pack.yaml' lies in the pack 'lakeland'"),
  ])
  func `a path that is no pack's is told with what lies there`(
    path: String, problem: String
  ) throws {
    let fixture = try PackFixture()
    try fixture.write("", to: "notes/note.txt", of: "empty")
    try fixture.write("", to: "../note.txt", of: "empty")
    let whole = fixture.folder.appendingPathComponent(path).path
    let issues = #expect(throws: PackIssues.self) { try fixture.load(whole) }
    #expect(issues?.issues.map(\.origin) == [PackIssue.Origin(file: "\(whole)/pack.yaml")])
    #expect(
      issues?.issues.map { $0.problem.replacing(fixture.folder.path, with: "…") } == [problem])
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
