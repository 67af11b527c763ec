import CTECore
import Testing

struct ProgramEntryTests {
  private static func draft(_ more: [String: String]) -> RecordDraft {
    RecordDraft(
      .credentialAttempt,
      ["student": "000101", "offering": "17"].merging(more) { $1 })
  }

  @Test(arguments: ["2025", "2027", " 2025 "])
  func `a credential of another year than files bring is not entered`(year: String) async throws {
    try await ProgramDemo.run { demo in
      let draft = Self.draft(["credentialCode": "WELD", "year": year])
      let error = await #expect(throws: ChangeError.self) {
        try await demo.tenant.add(draft, at: ProgramDemo.moment)
      }
      #expect(error?.message.contains("is of the tenant's year, 2026") == true)
      await #expect(throws: ChangeError.self) {
        try await demo.tenant.check(draft, on: ProgramDemo.moment.day)
      }
      let own = try await demo.tenant.add(
        Self.draft(["credentialCode": "WELD", "year": "2026"]), at: ProgramDemo.moment)
      let record = try #require(own.record)
      await #expect(throws: ChangeError.self) {
        try await demo.tenant.modify(
          record, of: .credentialAttempt, ["year": year], at: ProgramDemo.moment)
      }
    }
  }

  @Test func `a credential of an earlier year is deleted, and not changed`() async throws {
    try await ProgramDemo.run { demo in
      try await demo.upload(
        "OldStudent,OldSerial,OldCode,OldName,OldCategory,OldYear\n000101,17,WELD,,listed,2025\n",
        as: "history")
      let record = try #require(try await demo.tenant.records(of: .credentialAttempt).first?.id)
      await #expect(throws: ChangeError.self) {
        try await demo.tenant.modify(
          record, of: .credentialAttempt, ["credentialCode": "BRAZE"], at: ProgramDemo.moment)
      }
      let deletion = try await demo.tenant.delete(
        [record], of: .credentialAttempt, at: ProgramDemo.moment)
      #expect(deletion.count(of: .removed) == 1)
    }
  }

  @Test func `a suggestion that is entered is as one of a file`() async throws {
    try await ProgramDemo.run { demo in
      let report = try await demo.tenant.add(
        Self.draft(["suggestedTitle": "Pipe Fitter"]), at: ProgramDemo.moment)
      let record = try #require(report.record)
      func category() async throws -> String? {
        try await demo.tenant.records(of: .credentialAttempt).first?.values["category"]
      }
      #expect(try await category() == "suggested")
      await #expect(throws: ChangeError.self) {
        try await demo.tenant.modify(
          record, of: .credentialAttempt, ["credentialCode": "WELD"], at: ProgramDemo.moment)
      }
      let listed = try await demo.tenant.modify(
        record, of: .credentialAttempt, ["credentialCode": "WELD", "suggestedTitle": ""],
        at: ProgramDemo.moment)
      #expect(listed.event != nil)
      #expect(try await category() == "listed")
    }
  }

  @Test func `a code together with a suggested title is refused`() async throws {
    try await ProgramDemo.run { demo in
      let error = await #expect(throws: ChangeError.self) {
        try await demo.tenant.add(
          Self.draft(["suggestedTitle": "Pipe Fitter", "credentialCode": "WELD"]),
          at: ProgramDemo.moment)
      }
      #expect(error?.message.contains("a code or a suggested title") == true)
      let report = try await demo.tenant.add(
        Self.draft(["suggestedTitle": " ", "credentialCode": "WELD"]), at: ProgramDemo.moment)
      #expect(report.event != nil)
    }
  }
}
