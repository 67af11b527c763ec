import BundledRulePacks
import CTEModel
import CTERulePack
import Testing

struct RoleTests {
  @Test func `a role allows what its pack names, and nothing else`() throws {
    let fixture = try PackFixture()
    let roles = try fixture.load().roles
    #expect(roles.map(\.name) == ["clerk", "principal"])
    #expect(roles.map(\.label) == ["Records Clerk", "Principal"])
    #expect(roles.map(\.permissions) == [[.read, .enter], [.read, .certify]])
    #expect(roles.map(\.formats) == [["credentials"], nil])
    #expect(roles.map(\.organizationKinds) == [nil, nil])
  }

  @Test func `a pack without roles has none`() throws {
    let fixture = try PackFixture()
    try fixture.write("{}\n", to: "roles.yaml")
    #expect(try fixture.load().roles.isEmpty)
  }

  @Test(arguments: [
    ("[school, district]", ""),
    ("[school, college]", "unknown code of organization-kinds 'college'"),
  ])
  func `the kinds of organizations are words of their code list`(
    kinds: String, problem: String
  ) throws {
    let fixture = try PackFixture()
    try fixture.change(
      "label: Principal", to: "label: Principal\n  organizations: \(kinds)", in: "roles.yaml")
    // Without a code list, an organization's kind may be any word.
    #expect(try fixture.load().roles.last?.organizationKinds?.contains("school") == true)
    try fixture.write(
      "summary: Levels.\nsource: manual, 7\ncodes: {district: a district, school: a school}\n",
      to: "codes/organization-kinds.yaml")
    try fixture.write(
      """
      summary: A school or district.
      source: manual, 7
      fields: {kind: {label: Kind, codes: organization-kinds}}
      """, to: "records/organization.yaml")
    let issues = try fixture.issues()
    #expect(problem.isEmpty ? issues.isEmpty : issues.contains(problem), "\(issues)")
  }

  @Test(arguments: [(2025, [Permission.read, .certify], 2), (2026, [.read], 1)])
  func `what a role allows, and whether there is one, may change by year`(
    year: Int, principal: [Permission], count: Int
  ) throws {
    let fixture = try PackFixture()
    try fixture.change(
      "allows: [certify, read]", to: "allows: {2025: [certify, read], 2026: [read]}",
      in: "roles.yaml")
    let text = try #require(try fixture.texts().first { $0.path == "roles.yaml" }?.text)
    try fixture.write(
      text.replacing("clerk:\n", with: "clerk:\n 2026: null\n 2025:\n"), to: "roles.yaml")
    let roles = try fixture.load(year: year).roles
    #expect(roles.count == count)
    #expect(roles.last?.permissions == Set(principal))
  }

  @Test func `a role stands for itself where a pack extends another`() throws {
    let fixture = try PackFixture()
    let role = "{summary: Who., source: manual, label: Other, allows: [read]"
    try fixture.write(
      "title: Hillside\nversion: 1.0.0\nextends: lakeland\nyears: {first: 2026, last: 2026}\n",
      to: "pack.yaml", of: "hillside")
    try fixture.write(
      "clerk: \(role), replaces: lakeland}\nauditor: \(role)}\n", to: "roles.yaml", of: "hillside")
    let roles = try fixture.load("hillside").roles
    #expect(roles.map(\.name) == ["auditor", "clerk", "principal"])
    #expect(roles.map(\.label) == ["Other", "Other", "Principal"])
    try fixture.write("clerk: \(role)}\n", to: "roles.yaml", of: "hillside")
    #expect(try fixture.issues(of: "hillside").contains("'clerk' stands in 'lakeland' too"))
  }

  @Test(arguments: [2021, 2022])
  func `the roles of a shipped pack are those of its portal, and the federal words have none`(
    year: Int
  ) throws {
    let library = BundledRulePacks.library()
    let roles = try RulePack.load("arizona", year: FiscalYear(year), from: library).roles
    #expect(roles.map(\.name) == ["modify", "postsecondary", "readOnly"])
    #expect(
      roles.map(\.label)
        == ["Modify", "Postsecondary", "Read Only"].map { "CTE Data Portal: \($0)" }
    )
    #expect(roles.map(\.permissions) == [[.read, .enter, .certify], [.read, .enter], [.read]])
    #expect(roles[1].formats == ["enrollment-postsecondary"])
    #expect(roles[0].organizationKinds == ["district", "school"])
    #expect(try RulePack.load("perkins", year: FiscalYear(year), from: library).roles.isEmpty)
  }
}
