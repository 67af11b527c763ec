import CTECore
import Testing

struct GivingTests {
  @Test(arguments: StoreKind.allCases)
  func `a credential is given to those without a problem, in one event`(
    kind: StoreKind
  ) async throws {
    try await ProgramDemo.run(in: kind) { demo in
      try await demo.record("000102,17,WELD,")
      let asked = ["101", "000102", "103", "000201", "000999", "000101"]
      let plan = try await demo.tenant.give(
        .listed(code: "WELD"), to: asked, of: "17", isPlan: true, at: ProgramDemo.moment)
      #expect(plan.isPlan && plan.event == nil)
      #expect(try await demo.tenant.count(of: .credentialAttempt) == 1)
      let report = try await demo.tenant.give(
        .listed(code: "WELD"), to: asked, of: "17", at: ProgramDemo.moment)
      #expect(
        report.outcomes.map(\.student) == ["000101", "000102", "000103", "000201", "000999"])
      #expect(
        report.outcomes.map(\.fate) == [.added, .unchanged, .added, .refused, .refused])
      #expect(plan.outcomes.map(\.fate) == report.outcomes.map(\.fate))
      #expect(
        report.outcomes[3].findings.map(\.rule.name) == ["seaboard:credential/not-enrolled"])
      let event = try #require(report.event)
      #expect(
        report.outcomes.compactMap(\.record).map(\.description) == ["e\(event)-1", "e\(event)-2"])
      let credentials = try await demo.tenant.records(of: .credentialAttempt)
      #expect(credentials.count == 3)
      #expect(
        credentials.allSatisfy { $0.values["school"] == "S11" && $0.values["category"] == "listed" }
      )
      #expect(try await demo.tenant.auditEvents().last?.draft.action == "give credentialAttempt")
      let again = try await demo.tenant.give(
        .listed(code: "WELD"), to: asked, of: "17", at: ProgramDemo.moment)
      #expect(again.event == nil && again.count(of: .unchanged) == 3)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `what was given together is deleted one by one, and undone as one`(
    kind: StoreKind
  ) async throws {
    try await ProgramDemo.run(in: kind) { demo in
      let report = try await demo.tenant.give(
        .listed(code: "BRAZE"), to: ["000101", "000102", "000103"], of: "17",
        at: ProgramDemo.moment)
      let second = try #require(report.outcomes[1].record)
      #expect(RecordID(second.description) == second)
      let deletion = try await demo.tenant.delete(
        [second], of: .credentialAttempt, at: ProgramDemo.moment)
      #expect(deletion.count(of: .removed) == 1)
      let left = try await demo.tenant.records(of: .credentialAttempt)
      #expect(left.map(\.values["student"]) == ["000101", "000103"])
      let event = try #require(report.event)
      let undone = try await demo.tenant.undo(event: event, at: ProgramDemo.moment)
      #expect(undone.count(of: .removed) == 2)
      #expect(try await demo.tenant.count(of: .credentialAttempt) == 0)
    }
  }

  @Test func `a suggestion is as one of a file would be, and not made twice`() async throws {
    try await ProgramDemo.run { demo in
      try await demo.record("000102,17,,Pipe  fitter")
      let report = try await demo.tenant.give(
        .suggested(title: " Pipe Fitter "), to: ["000101", "000102"], of: "17",
        at: ProgramDemo.moment)
      #expect(report.outcomes.map(\.fate) == [.added, .unchanged])
      let own = try await demo.tenant.records(
        of: .credentialAttempt, where: ["student": "000101"]
      ).first?.values
      #expect(own?["suggestedTitle"] == "Pipe Fitter" && own?["category"] == "suggested")
    }
  }

  @Test(arguments: [
    (GivenCredential.listed(code: "COOK"), ["000101"], ["seaboard:credential/not-listed"]),
    (.listed(code: "weld"), ["000101"], ["cell/no-match"]),
    (.listed(code: "WELD"), ["12x"], ["cell/not-digits"]),
  ])
  func `the problems of each student are those that a file's row would have`(
    credential: GivenCredential, students: [String], rules: [String]
  ) async throws {
    try await ProgramDemo.run { demo in
      let report = try await demo.tenant.give(
        credential, to: students, of: "17", at: ProgramDemo.moment)
      #expect(report.event == nil)
      #expect(report.outcomes.flatMap(\.findings).map(\.rule.name) == rules)
    }
  }

  @Test func `nobody, no title and a program that isn't there are told`() async throws {
    try await ProgramDemo.run { demo in
      let asked: [(GivenCredential, [String], String, String)] = [
        (.listed(code: "WELD"), [], "17", "no student is named"),
        (.suggested(title: "  "), ["000101"], "17", "has a title"),
        (.listed(code: "COOK"), ["000101"], "44", "there is no active program 44"),
      ]
      for (credential, students, offering, words) in asked {
        let error = await #expect(throws: ChangeError.self) {
          try await demo.tenant.give(
            credential, to: students, of: offering, at: ProgramDemo.moment)
        }
        #expect(error?.message.contains(words) == true)
      }
    }
  }

  @Test(arguments: [
    ("offering", "300"), ("student", "000102"), ("year", "2026"), ("credentialCode", "BRAZE"),
    ("suggestedTitle", "Baker"), ("offering", ""),
  ])
  func `what the call itself says is no further value`(field: String, text: String) async throws {
    let words = "'\(field)' follows from the program"
    try await ProgramDemo.run { demo in
      for credential in [GivenCredential.listed(code: "WELD"), .suggested(title: "Pipe Fitter")] {
        let error = await #expect(throws: ChangeError.self) {
          try await demo.tenant.give(
            credential, to: ["000101"], of: "17", with: [field: text], at: ProgramDemo.moment)
        }
        #expect(error?.message.hasPrefix(words) == true)
      }
      let count = try await demo.tenant.count(of: .credentialAttempt)
      #expect(count == 0)
    }
  }

  @Test func `students are listed with the names of categories`() async throws {
    try await ProgramDemo.run { demo in
      try await demo.record("000101,17,WELD,")
      let students = try await demo.tenant.students(of: "17", in: .enrolled)
      #expect(StudentList(students, in: demo.tenant.pack).text().contains("listed by the state"))
    }
  }

  @Test func `who may not enter or doesn't see the program gives nothing`() async throws {
    try await ProgramDemo.run { demo in
      let reader = try await demo.actor("reader", at: "S11")
      await #expect(throws: AccessError.self) {
        try await reader.give(
          .listed(code: "WELD"), to: ["000101"], of: "17", at: ProgramDemo.moment)
      }
      let other = try await demo.actor(at: "S21")
      await #expect(throws: ChangeError.self) {
        try await other.give(
          .listed(code: "WELD"), to: ["000101"], of: "17", at: ProgramDemo.moment)
      }
      let own = try await demo.actor(offering: "300")
      let report = try await own.give(
        .listed(code: "WELD"), to: ["000201", "000101"], of: "300", at: ProgramDemo.moment)
      #expect(report.outcomes.map(\.fate) == [.added, .refused])
    }
  }

  @Test func `the menu has the credentials of the program, apart by category`() async throws {
    try await ProgramDemo.run { demo in
      let menu = try await demo.tenant.credentials(for: "17")
      #expect(menu.groups.map(\.category) == ["extra", "listed"])
      #expect(menu.groups.map(\.label) == ["beside the list", "listed by the state"])
      #expect(menu.groups.map { $0.options.map(\.value) } == [["BRAZE"], ["WELD"]])
      #expect(menu.groups.map { $0.options.map(\.label) } == [["Brazer"], ["Welder"]])
    }
  }
}
