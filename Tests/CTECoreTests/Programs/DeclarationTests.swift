import CTECore
import Testing

struct DeclarationTests {
  @Test(arguments: StoreKind.allCases)
  func `a declaration is made once, keeps credentials out, and is taken back`(
    kind: StoreKind
  ) async throws {
    try await ProgramDemo.run(in: kind) { demo in
      let tenant = demo.tenant
      let made = try await tenant.declareNoCredentials(in: "17", at: ProgramDemo.moment)
      #expect(made.state == .declared && made.event != nil)
      #expect(try await tenant.programs().programs.map(\.declaresNone) == [true, false, false])
      let again = try await tenant.declareNoCredentials(in: "17", at: ProgramDemo.moment)
      #expect(again.state == .alreadyDeclared && again.event == nil)
      let given = try await tenant.give(
        .listed(code: "WELD"), to: ["000101"], of: "17", at: ProgramDemo.moment)
      #expect(
        given.outcomes.first?.findings.map(\.rule.name) == ["seaboard:credential/declared-none"])
      let back = try await tenant.revokeNoCredentials(in: "17", at: ProgramDemo.moment)
      #expect(back.state == .revoked)
      let none = try await tenant.revokeNoCredentials(in: "17", at: ProgramDemo.moment)
      #expect(none.state == .notDeclared && none.event == nil)
      try await demo.record("000101,17,WELD,")
      let refused = try await tenant.declareNoCredentials(in: "17", at: ProgramDemo.moment)
      #expect(refused.state == .refused && refused.event == nil)
      #expect(refused.findings.map(\.rule.name) == ["seaboard:declaration/has-credentials"])
      let undone = try await tenant.undo(
        event: try #require(back.event), isPlan: true, at: ProgramDemo.moment)
      #expect(undone.count(of: .putBack) == 0 && undone.count(of: .keptOutAsContradicted) == 1)
    }
  }

  @Test func `the declaration of a program that isn't taught any more is taken back`() async throws
  {
    try await ProgramDemo.run { demo in
      _ = try await demo.tenant.declareNoCredentials(in: "1020", at: ProgramDemo.moment)
      try await demo.upload(
        """
        Serial,ProgramCode,ProgramName,ProgramKind,Building,AgencyCode,SchoolYear,Active
        1020,C1,Cooking,REG,S12,D1,2026,N

        """, as: "offerings")
      await #expect(throws: ChangeError.self) {
        try await demo.tenant.declareNoCredentials(in: "1020", at: ProgramDemo.moment)
      }
      let other = try await demo.actor(offering: "300")
      await #expect(throws: ChangeError.self) {
        try await other.revokeNoCredentials(in: "1020", at: ProgramDemo.moment)
      }
      let back = try await demo.tenant.revokeNoCredentials(in: "1020", at: ProgramDemo.moment)
      #expect(back.state == .revoked)
      #expect(try await demo.tenant.count(of: .noCredentialsDeclaration) == 0)
    }
  }

  @Test func `who doesn't see the program declares nothing`() async throws {
    try await ProgramDemo.run { demo in
      let other = try await demo.actor(offering: "300")
      for call in [other.declareNoCredentials, other.revokeNoCredentials] {
        await #expect(throws: ChangeError.self) { try await call("17", ProgramDemo.moment, nil) }
      }
      let own = try await other.declareNoCredentials(in: "300", at: ProgramDemo.moment)
      #expect(own.state == .declared)
    }
  }

  @Test func `a year is complete when each program has credentials or the declaration`()
    async throws
  {
    try await ProgramDemo.run { demo in
      var report = try await demo.tenant.completeness()
      #expect(report.lacking.map(\.offering) == ["17", "300", "1020"] && !report.isComplete)
      try await demo.record("000101,17,,Pipe Fitter")
      _ = try await demo.tenant.declareNoCredentials(in: "1020", at: ProgramDemo.moment)
      report = try await demo.tenant.completeness()
      #expect(report.lacking.map(\.offering) == ["300"])
      #expect(report.withCredentials == 1 && report.declared == 1)
      #expect(
        report.text().hasSuffix(
          "3 active programs: 1 with credentials, 1 declared to have none, 1 with neither"))
      #expect(try await demo.tenant.completeness(of: "D1").isComplete)
      let other = try await demo.actor("reader", at: "D1")
      #expect(try await other.completeness().isComplete)
    }
  }

  @Test func `a program that has both is told as damage`() async throws {
    try await ProgramDemo.run { demo in
      _ = try await demo.tenant.declareNoCredentials(in: "17", at: ProgramDemo.moment)
      // History isn't judged, so it can bring what no entry can.
      try await demo.upload(
        "OldStudent,OldSerial,OldCode,OldName,OldCategory,OldYear\n000101,17,WELD,,listed,2026\n",
        as: "history")
      let report = try await demo.tenant.completeness(of: "S11")
      #expect(report.contradictory.map(\.offering) == ["17"] && report.lacking.isEmpty)
      #expect(!report.isComplete && report.text().contains("Both, which is damage:\n  17"))
      #expect(report.csv().contains("both credentials and a declaration"))
    }
  }
}
