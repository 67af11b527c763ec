import CTECore
import Testing

struct SuggestionTests {
  private static let (now, next) = (FiscalYear(2026), FiscalYear(2027))

  /// Suggests credentials by a file, and returns their submission.
  private static func suggest(_ demo: ProgramDemo) async throws -> Int {
    try await demo.record(
      "000101,17,,Pipe  Fitter", "000102,17,,Baker", "000201,300,,pipe fitter",
      "000102,17,, PIPE FITTER", "000101,17,WELD,"
    ).submission ?? 0
  }

  @Test(arguments: StoreKind.allCases)
  func `what differs in blanks and case alone is one suggestion, the oldest one first`(
    kind: StoreKind
  ) async throws {
    try await ProgramDemo.run(in: kind) { demo in
      let submission = try await Self.suggest(demo)
      let list = try await demo.tenant.suggestions()
      #expect(list.map(\.title) == ["Pipe Fitter", "Baker"])
      #expect(list.map(\.studentCount) == [3, 1] && list.map(\.offeringCount) == [2, 1])
      #expect(list.map(\.program) == ["W1", "W1"] && list.first?.programTitle == "Welding")
      #expect(list.map(\.id) == [2, 3].map { RecordID(submission: submission, row: $0) })
      #expect(list.allSatisfy { $0.years == [Self.now] })
      let actor = try await demo.actor("reader", offering: "300")
      let own = try await actor.suggestions()
      #expect(own.map(\.title) == ["pipe fitter"] && own.map(\.studentCount) == [1])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `an accepted suggestion becomes a row of the list of its year, and an undo takes it back`(
    kind: StoreKind
  ) async throws {
    try await ProgramDemo.run(in: kind) { demo in
      _ = try await Self.suggest(demo)
      let first = try #require(try await demo.tenant.suggestions().first?.id)
      let report = try await demo.tenant.accept(
        first, into: Self.next, code: "PIPE", category: "Extra", title: "Pipe Fitter, Level 1",
        at: ProgramDemo.moment)
      let event = try #require(report.event)
      #expect(try await demo.tenant.suggestions().map(\.title) == ["Baker"])
      let proposals = try await demo.tenant.proposals(for: Self.next)
      #expect(
        proposals.csv() == """
          ListProgram,ListCode,ListName,ListCategory,ListYear\r
          W1,PIPE,"Pipe Fitter, Level 1",extra,2027\r

          """)
      #expect(try await demo.tenant.proposals(for: Self.now).rows.isEmpty)
      try await demo.upload(proposals.csv(), as: "listings")
      _ = try await demo.tenant.undo(event: event, at: ProgramDemo.moment)
      #expect(try await demo.tenant.suggestions().count == 2)
      #expect(try await demo.tenant.proposals(for: Self.next).rows.isEmpty)
    }
  }

  @Test func `what was declined comes again when it is suggested in a later year`() async throws {
    try await ProgramDemo.run { demo in
      _ = try await Self.suggest(demo)
      let last = try #require(try await demo.tenant.suggestions().last?.id)
      let report = try await demo.tenant.decline(
        last, reason: "no credential of an industry", at: ProgramDemo.moment)
      #expect(report.event != nil)
      #expect(try await demo.tenant.suggestions().map(\.title) == ["Pipe Fitter"])
      let titles = "OldStudent,OldSerial,OldCode,OldName,OldCategory,OldYear,OldSchool,OldProgram\n"
      try await demo.upload(titles + "000101,17,,baker,suggested,2025,S11,W1\n", as: "history")
      #expect(try await demo.tenant.suggestions().count == 1)
      try await demo.upload(titles + "000101,17,,baker,suggested,2027,S11,W1\n", as: "history")
      let again = try await demo.tenant.suggestions()
      #expect(again.map(\.title) == ["Pipe Fitter", "baker"])
      #expect(again.last?.years == [Self.next])
      let accepted = try await demo.tenant.accept(
        try #require(again.last?.id), into: FiscalYear(2028), code: "BAKE", category: "listed",
        at: ProgramDemo.moment)
      #expect(accepted.event != nil)
      #expect(try await demo.tenant.records(of: .credentialSuggestion).count == 1)
      #expect(try await demo.tenant.suggestions().count == 1)
    }
  }

  @Test func `a suggestion isn't accepted into a year that has begun, nor twice under one code`()
    async throws
  {
    try await ProgramDemo.run { demo in
      _ = try await Self.suggest(demo)
      let ids = try await demo.tenant.suggestions().map(\.id)
      let asked: [(RecordID, FiscalYear, String, String)] = [
        (ids[0], Self.now, "PIPE", "coming year"), (ids[0], Self.next, " ", "has a code"),
        (RecordID(submission: 99, row: 2), Self.next, "PIPE", "no open suggestion 99-2"),
      ]
      for (id, year, code, words) in asked {
        let error = await #expect(throws: ChangeError.self) {
          try await demo.tenant.accept(
            id, into: year, code: code, category: "listed", at: ProgramDemo.moment)
        }
        #expect(error?.message.contains(words) == true)
      }
      let wrong = try await demo.tenant.accept(
        ids[0], into: Self.next, code: "pipe", category: "other", at: ProgramDemo.moment)
      #expect(wrong.event == nil && wrong.findings.count == 2)
      _ = try await demo.tenant.accept(
        ids[0], into: Self.next, code: "PIPE", category: "listed", at: ProgramDemo.moment)
      await #expect(throws: ChangeError.self) {
        try await demo.tenant.accept(
          ids[1], into: Self.next, code: "PIPE", category: "listed", at: ProgramDemo.moment)
      }
      await #expect(throws: ChangeError.self) {
        try await demo.tenant.decline(ids[1], reason: " ", at: ProgramDemo.moment)
      }
    }
  }

  @Test(arguments: [
    ("WELD", "listed", nil, "another credential in the lists"),
    ("COOK", "listed", "Pipe Fitter", "another credential in the lists"),
    ("PIPE", "suggested", nil, "no list"),
  ])
  func `a suggestion isn't accepted as another credential, nor as a suggested one`(
    code: String, category: String, title: String?, words: String
  ) async throws {
    try await ProgramDemo.run { demo in
      _ = try await Self.suggest(demo)
      let first = try #require(try await demo.tenant.suggestions().first?.id)
      let error = await #expect(throws: ChangeError.self) {
        try await demo.tenant.accept(
          first, into: Self.next, code: code, category: category, title: title,
          at: ProgramDemo.moment)
      }
      #expect(error?.message.contains(words) == true)
      #expect(try await demo.tenant.suggestions().count == 2)
    }
  }

  @Test func `a suggestion is accepted as a credential that is listed under its title`()
    async throws
  {
    try await ProgramDemo.run { demo in
      _ = try await Self.suggest(demo)
      let first = try #require(try await demo.tenant.suggestions().first?.id)
      let report = try await demo.tenant.accept(
        first, into: Self.next, code: "COOK", category: "listed", title: "cook",
        at: ProgramDemo.moment)
      #expect(report.event != nil)
    }
  }

  @Test func `who may change a part decides nothing, and sees no proposals`() async throws {
    try await ProgramDemo.run { demo in
      _ = try await Self.suggest(demo)
      let actor = try await demo.actor(at: "S11")
      let own = try #require(try await actor.suggestions().first?.id)
      await #expect(throws: AccessError.self) {
        try await actor.accept(
          own, into: Self.next, code: "PIPE", category: "listed", at: ProgramDemo.moment)
      }
      await #expect(throws: AccessError.self) {
        try await actor.decline(own, reason: "no", at: ProgramDemo.moment)
      }
      await #expect(throws: AccessError.self) { try await actor.proposals(for: Self.next) }
    }
  }
}
