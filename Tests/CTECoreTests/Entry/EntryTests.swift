import CTECore
import Testing

struct EntryTests {
  private static let today = CalendarDay(year: 2022, month: 5, day: 2) ?? Demo.moment.day

  /// A student of the sample in Accounting I, without a mistake; a case names only what matters for it.
  private static func draft(_ changes: [String: String] = [:]) -> RecordDraft {
    let whole = [
      "school": "990401101", "program": "52030000", "course": "52030010",
      "provider": "990401101", "student": "0009900003", "day": "2022-04-14", "passed": "true",
      "credentialCode": "S101", "certificateNumber": "",
    ]
    return RecordDraft(.credentialAttempt, whole.merging(changes) { $1 })
  }

  @Test func `a record that is entered by hand is there with its event, and once`() async throws {
    let demo = try await Demo()
    let count = try await demo.tenant.count(of: .credentialAttempt)
    let report = try await demo.tenant.add(Self.draft(), at: Demo.moment, on: Self.today)
    #expect(report.findings.isEmpty)
    let id = try #require(report.record)
    #expect(id.description == "e\(try #require(report.event))")
    #expect(try await demo.tenant.count(of: .credentialAttempt) == count + 1)
    let entry = try await demo.tenant.records(
      of: .credentialAttempt, where: ["student": "0009900003", "credentialCode": "S101"]
    ).first
    #expect(entry?.id == id && entry?.values["day"] == "2022-04-14")
    #expect(entry?.values["year"] == "2022" && entry?.savedIn == report.event)

    let again = try await demo.tenant.add(Self.draft(), at: Demo.moment, on: Self.today)
    #expect(again.record == nil && again.event == nil)
    #expect(
      again.findings.map(\.officialName) == ["The credential record exists for the student"])
    #expect(again.findings.map(\.column) == ["Credential Code"])
    #expect(try await demo.tenant.verifyAudit() == .whole(events: try #require(report.event)))
  }

  @Test(arguments: [
    (["student": "9900003"], []), (["passed": "Y"], ["cell/not-listed"]),
    (["day": "04/14/2022"], ["cell/not-a-day"]), (["course": ""], ["cell/missing"]),
    (["day": "2022-05-03"], ["arizona:credential/test-date-in-future"]),
    (["credentialCode": "S201"], ["arizona:credential/not-listed"]),
    (["student": "0009900099"], ["arizona:student/unknown"]),
    (["course": "12050010"], ["arizona:credential/course-not-of-program"]),
    (["studentBirthDay": "2005-01-16"], ["arizona:student/birth-date-differs"]),
  ])
  func `an entry by hand meets the rules of uploads`(
    changes: [String: String], rules: [String]
  ) async throws {
    let demo = try await Demo()
    let report = try await demo.tenant.check(Self.draft(changes), on: Self.today)
    #expect(report.findings.map(\.rule.name) == rules)
    #expect(report.record == nil)
    let saved = try await demo.tenant.add(Self.draft(changes), at: Demo.moment, on: Self.today)
    #expect(saved.findings == report.findings)
    #expect((saved.record == nil) == report.hasErrors)
  }

  @Test func `a student without enrollment is told by the official name before anything is chosen`()
    async throws
  {
    let demo = try await Demo()
    let draft = RecordDraft(
      .credentialAttempt, ["student": "0009900003", "school": "990401102"])
    let choices = try await demo.tenant.choices(for: draft, on: Self.today)
    #expect(choices.findings.map(\.officialName) == ["Information Message - Enrollment"])
    let own = RecordDraft(.credentialAttempt, ["student": "0009900003", "school": "990401101"])
    #expect(try await demo.tenant.choices(for: own, on: Self.today).findings.isEmpty)
  }

  @Test func `menus hold what the student's enrollment, the sequence and the list allow`()
    async throws
  {
    let demo = try await Demo()
    var draft = RecordDraft(.credentialAttempt, ["student": "0009900003", "school": "990401101"])
    var menus = try await demo.tenant.choices(for: draft, on: Self.today).menus
    #expect(menus.map(\.field) == ["program", "course", "provider", "credentialCode"])
    #expect(menus.map(\.label).first == "Program Number")
    #expect(menus[0].options.map(\.value) == ["52030000"])
    #expect(menus[1].waitsFor == ["program"] && menus[1].options.isEmpty)
    draft.values["program"] = "52030000"
    draft.values["course"] = "52030010"
    menus = try await demo.tenant.choices(for: draft, on: Self.today).menus
    #expect(menus[1].options.map(\.value).contains("52030010"))
    #expect(menus[2].options.map(\.value) == ["990401101"])
    #expect(menus[3].options.map(\.value).contains("S101"))
    #expect(menus[3].options.allSatisfy { $0.label != $0.value })
  }

  @Test func `a modified record keeps its name and its earlier version, and isn't in its own way`()
    async throws
  {
    let demo = try await Demo()
    let id = try #require(
      try await demo.tenant.add(
        Self.draft(["passed": "false"]), at: Demo.moment, on: Self.today
      ).record)
    let report = try await demo.tenant.modify(
      id, of: .credentialAttempt, ["passed": "true", "certificateNumber": "QB-1"],
      at: Demo.moment, on: Self.today)
    #expect(report.findings.isEmpty && report.record == id)
    let versions = try await demo.tenant.history(of: id, of: .credentialAttempt)
    #expect(versions.map { $0.entry?.values["passed"] } == ["false", "true"])
    #expect(versions.map(\.endedIn) == [report.event, nil])

    let wrong = try await demo.tenant.modify(
      id, of: .credentialAttempt, ["course": "52030099"], at: Demo.moment, on: Self.today)
    #expect(wrong.hasErrors && wrong.event == nil)
    #expect(try await demo.tenant.history(of: id, of: .credentialAttempt).count == 2)
  }

  @Test func `the audit log tells of an edit by fields and digests, never by values`() async throws
  {
    let demo = try await Demo()
    _ = try await demo.tenant.add(
      Self.draft(["certificateNumber": "MARK-77"]), at: Demo.moment, on: Self.today)
    let event = try #require(try await demo.tenant.auditEvents().last)
    #expect(event.draft.action == "add credentialAttempt")
    #expect(event.draft.details.contains("certificateNumber"))
    for mark in ["MARK", "9900003", "S101"] { #expect(!event.draft.details.contains(mark)) }
  }

  @Test(arguments: [
    (
      RecordDraft(.credentialAttempt, ["credential": "Welder"]),
      "'credential' follows from other fields and can't be entered"
    ),
    (
      RecordDraft(.student, ["id": "0009900003", "specialPopulations": "migrant"]),
      "'specialPopulations' holds several words and can't be entered by hand; upload a file that has it"
    ),
  ])
  func `a value that an entry can't carry is refused, never dropped`(
    draft: RecordDraft, message: String
  ) async throws {
    let demo = try await Demo(loading: [])
    let error = await #expect(throws: ChangeError.self) {
      try await demo.tenant.check(draft, on: Self.today)
    }
    #expect(error?.message == message && error?.code == .impossible)
  }

  @Test func `a field that isn't there is refused with the one that may be meant`() async throws {
    let demo = try await Demo()
    let error = await #expect(throws: ChangeError.self) {
      try await demo.tenant.check(Self.draft(["studnet": "1"]), on: Self.today)
    }
    #expect(
      error?.message == "a credential attempt has no field 'studnet'; did you mean 'student'?")
  }
}
