import BundledRulePacks
import CTECore
import CTETestKit
import Foundation
import Testing

struct UpgradeTests {
  @Test(arguments: StoreKind.allCases)
  func `a tenant moves to the next year with all its records, and is told what that year lacks`(
    kind: StoreKind
  ) async throws {
    try await SampleState.run(in: kind) { state in
      let students = try await state.tenant.count(of: .student)
      let report = try await state.upgrade(year: 2025)
      #expect(report.before.year == FiscalYear(2024) && report.after.year == FiscalYear(2025))
      #expect(report.event == 8 && !report.isPlan && !report.isSame)
      #expect(report.submissions.isEmpty && report.lostRoles.isEmpty)
      #expect(report.previews.map(\.number) == [6])
      #expect(report.toLoad.map(\.type.name) == Self.lacking)
      #expect(
        report.toLoad.first { $0.type == .programOffering }?.formats == ["program-offerings"])

      let moved = try await state.tenant()
      #expect(moved.pack.year == FiscalYear(2025))
      #expect(try await moved.count(of: .student) == students)
      #expect(try await moved.submissions().count == 6)
      #expect(try await moved.verifyAudit() == .whole(events: 8))
      let event = try #require(try await moved.auditEvents().last?.draft)
      #expect(event.action == "upgrade tenant" && event.actor == SampleState.maker.name)
      #expect(
        event.details
          == #"{"after":{"pack":"michigan","version":"0.1.0","year":2025},"#
          + #""before":{"pack":"michigan","version":"0.1.0","year":2024}}"#)

      try await state.load("reference/credential-list-2025")
      let again = try await state.upgrade(year: 2025)
      #expect(again.isSame && again.event == nil && !again.isPlan)
      #expect(again.toLoad.map(\.type.name) == Self.lacking.filter { $0 != "credentialListing" })
      #expect(try await moved.auditEvents().count == 9)
    }
  }

  private static let lacking = [
    "credentialListing", "programOffering", "section", "schoolEnrollment", "courseEnrollment",
  ]

  @Test
  func `a tenant that moves to another pack and back loses the roles that it lacks meanwhile`()
    async throws
  {
    try await SampleState.run { state in
      let grant = Grant(to: "anna", role: "fiscalAgency", organization: "99001")
      try await state.tenant.give(grant, at: Demo.moment)
      let there = try await state.upgrade(to: "arizona", year: 2022)
      #expect(there.after.pack == "arizona" && there.lostRoles == [grant])
      await #expect(throws: StoreError.self) { try await state.tenant(as: Actor("anna")) }
      await #expect(throws: ChangeError.self) {
        try await state.tenant().undo(event: there.event ?? 0, at: Demo.moment)
      }
      let back = try await state.upgrade(to: "michigan", year: 2024)
      #expect(back.lostRoles.isEmpty && back.toLoad.isEmpty)
      #expect(try await state.tenant(as: Actor("anna")).pack.name == "michigan")
    }
  }

  @Test func `uploads that another version of the pack has checked are told of`() async throws {
    try await SampleState.run { state in
      let newer = try state.copyOfPack("pack.yaml", "version: 0.1.0", "version: 0.2.0")
      let report = try await state.upgrade(to: newer)
      #expect(report.before.version == "0.1.0" && report.after.version == "0.2.0")
      #expect(report.submissions.map(\.number) == [1, 2, 3, 4, 5])
      try await state.load("reference/credential-list-2024")
      #expect(try await state.upgrade().submissions.map(\.number) == [1, 2, 3, 4, 5])
    }
  }

  @Test func `a preview that has expired, and a submission that is withdrawn, are of no concern`()
    async throws
  {
    try await SampleState.run { state in
      _ = try await state.tenant.withdraw(submission: 5, at: Demo.moment)
      let newer = try state.copyOfPack("pack.yaml", "version: 0.1.0", "version: 0.2.0")
      let later = Moment(seconds: Demo.moment.seconds + 15 * 86_400)
      let report = try await state.upgrade(to: newer, isPlan: true, at: later)
      #expect(report.previews.isEmpty && report.submissions.map(\.number) == [1, 2, 3, 4])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `a plan tells the same and changes nothing`(kind: StoreKind) async throws {
    try await SampleState.run(in: kind) { state in
      let plan = try await state.upgrade(year: 2025, isPlan: true)
      #expect(plan.isPlan && plan.event == nil)
      #expect(try await state.tenant().pack.year == FiscalYear(2024))
      #expect(try await state.tenant.auditEvents().count == 7)
      let report = try await state.upgrade(year: 2025)
      #expect(report.toLoad == plan.toLoad && report.previews == plan.previews)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `a pack that can't be used, and a year that it doesn't cover, change nothing`(
    kind: StoreKind
  ) async throws {
    try await SampleState.run(in: kind) { state in
      let broken = try state.copyOfPack("pack.yaml", "title:", "titel:")
      await #expect(throws: PackIssues.self) { try await state.upgrade(to: broken) }
      await #expect(throws: PackIssues.self) { try await state.upgrade(to: "nowhere") }
      await #expect(throws: PackIssues.self) { try await state.upgrade(year: 2030) }
      #expect(try await state.tenant().pack.year == FiscalYear(2024))
      #expect(try await state.tenant.auditEvents().count == 7)
    }
  }

  @Test func `only who administers the whole tenant moves it`() async throws {
    try await SampleState.run { state in
      for grant in [
        Grant(to: "reader", role: "cepd", organization: "99001"),
        Grant(to: "official", role: "level5", organization: "99001"),
        Grant(to: "state", role: "state"),
      ] { try await state.tenant.give(grant, at: Demo.moment) }
      for isPlan in [true, false] {
        for name in ["reader", "official"] {
          await #expect(throws: AccessError.self) {
            try await state.upgrade(year: 2025, as: Actor(name), isPlan: isPlan)
          }
        }
        let stranger = await #expect(throws: StoreError.self) {
          try await state.upgrade(year: 2025, as: Actor("stranger"), isPlan: isPlan)
        }
        #expect(stranger?.code == .unknownTenant)
      }
      #expect(try await state.tenant().pack.year == FiscalYear(2024))
      #expect(try await state.upgrade(year: 2025, as: Actor("state")).event != nil)
    }
  }

  @Test func `the local operator moves a tenant away from a pack that can't be used any more`()
    async throws
  {
    try await SampleState.run { state in
      let copy = try state.copyOfPack("pack.yaml", "version: 0.1.0", "version: 0.2.0")
      _ = try await state.upgrade(to: copy)
      try FileManager.default.removeItem(atPath: copy)
      await #expect(throws: PackIssues.self) { try await state.upgrade(to: "michigan") }
      let report = try await state.upgrade(to: "michigan", as: .localOperator)
      #expect(report.before.version == nil && report.after.version == "0.1.0")
      #expect(try await state.tenant().pack.name == "michigan")
    }
  }

  @Test func `the report is told in lines and as JSON`() async throws {
    try await SampleState.run { state in
      let grant = Grant(to: "anna", role: "fiscalAgency", organization: "99001")
      try await state.tenant.give(grant, at: Demo.moment)
      let report = try await state.upgrade(to: "arizona", year: 2022, isPlan: true)
      let lines = report.text().split(separator: "\n")
      #expect(
        lines.first?.hasPrefix(
          "A plan, and nothing is changed: tenant 'state' moves from michigan 0.1.0, fiscal year 2024 to arizona "
        ) == true)
      #expect(lines.contains("  submission 6, only previews: processed anew"))
      #expect(
        lines.contains(
          "  anna's role 'fiscalAgency', which arizona doesn't have: give another"))
      #expect(
        lines.contains(
          "  no credential listings of 2022 yet: import them as credential-list"))
      let json = try report.json()
      #expect(json.contains(#""state" : "plan""#) && json.contains(#""role" : "fiscalAgency""#))
      #expect(try report.json() == json)
      let same = try await state.upgrade()
      #expect(
        same.text().hasPrefix(
          "Nothing changes: tenant 'state' has michigan 0.1.0, fiscal year 2024 already."))
      #expect(try same.json().contains(#""state" : "unchanged""#))
    }
  }
}

extension SampleState {
  @discardableResult
  fileprivate func upgrade(
    to pack: String? = nil, year: Int? = nil, as actor: Actor = maker, isPlan: Bool = false,
    at moment: Moment = Demo.moment
  ) async throws -> UpgradeReport {
    try await Tenant.upgrade(
      Self.id, pack: pack, year: year.map { FiscalYear($0) }, in: store,
      packs: BundledRulePacks.library(), as: actor, isPlan: isPlan, at: moment)
  }
}
