import BundledRulePacks
import CTECore
import Testing

/// What actors who may change a part of a tenant can do beyond it: nothing.
struct ScopedEntryTests {
  private static let (own, other) = ("990401101", "990401102")

  /// The sample with an upload in it, and an actor who has roles in it.
  private static func open(
    _ grants: [(role: String, school: String?)]
  ) async throws -> (demo: Demo, actor: Tenant) {
    let demo = try await Demo(loading: Demo.lists + ["upload"])
    for (role, school) in grants {
      try await demo.tenant.give(
        Grant(to: "clerk", role: role, organization: school), at: Demo.moment)
    }
    let actor = try await Tenant(
      demo.tenant.id, in: demo.store, packs: BundledRulePacks.library(), as: Actor("clerk"))
    return (demo, actor)
  }

  private static func credential(
    at school: String, of demo: Demo
  ) async throws -> RecordID {
    try #require(
      try await demo.tenant.records(of: .credentialAttempt, where: ["school": school]).last?.id)
  }

  @Test func `who may read another school can't take its credentials, nor save or check them`()
    async throws
  {
    let (demo, clerk) = try await Self.open([
      ("modify", Self.own), ("readOnly", Self.other),
    ])
    let id = try await Self.credential(at: Self.other, of: demo)
    let before = try await demo.tenant.history(of: id, of: .credentialAttempt)
    for values in [["school": Self.own], [:]] {
      await #expect(throws: AccessError.self) {
        try await clerk.modify(id, of: .credentialAttempt, values, at: Demo.moment)
      }
    }
    await #expect(throws: AccessError.self) {
      try await clerk.check(
        RecordDraft(.credentialAttempt, [:]), replacing: id, on: Demo.moment.day)
    }
    #expect(try await demo.tenant.history(of: id, of: .credentialAttempt) == before)
    let mine = try await Self.credential(at: Self.own, of: demo)
    let moved = try await clerk.modify(
      mine, of: .credentialAttempt, ["school": Self.other], at: Demo.moment)
    #expect(moved.findings.first?.rule.name == "access/out-of-scope" && moved.event == nil)
  }

  @Test(arguments: [RecordType.credentialListing, .student, .organization, .program])
  func `who may change a part can't enter what belongs to the whole tenant`(
    type: RecordType
  ) async throws {
    let (demo, clerk) = try await Self.open([("administrator", Self.own)])
    let count = try await demo.tenant.count(of: type)
    let error = await #expect(throws: AccessError.self) {
      try await clerk.add(RecordDraft(type, [:]), at: Demo.moment)
    }
    #expect(error?.message.contains("belongs to the whole tenant") == true)
    #expect(try await demo.tenant.count(of: type) == count)
  }

  @Test func `an undo is for who could do the same, or did it`() async throws {
    let (demo, college) = try await Self.open([("postsecondary", nil)])
    let id = try await Self.credential(at: Self.own, of: demo)
    let deletion = try await demo.tenant.delete([id], of: .credentialAttempt, at: Demo.moment)
    let event = try #require(deletion.event)
    await #expect(throws: AccessError.self) {
      try await college.undo(event: event, at: Demo.moment)
    }
    #expect(try await demo.tenant.undo(event: event, at: Demo.moment).count(of: .putBack) == 1)

    let enrollment = try await Self.enrollment(under: id, of: demo)
    let own = try await college.delete(enrollment, of: .courseEnrollment, at: Demo.moment)
    #expect(own.count(of: .removedAlong) >= 1)
    let back = try await college.undo(event: try #require(own.event), at: Demo.moment)
    #expect(back.count(of: .putBack) == own.count(of: .removed) + own.count(of: .removedAlong))
  }

  /// Returns the enrollments on which a credential rests.
  private static func enrollment(
    under id: RecordID, of demo: Demo
  ) async throws -> [RecordID] {
    let all = try await demo.tenant.records(of: .credentialAttempt)
    let values = try #require(all.first { $0.id == id }).values
    let fields = ["student", "school", "program", "course", "year"]
    return try await demo.tenant.records(
      of: .courseEnrollment, where: values.filter { fields.contains($0.key) }
    ).map(\.id)
  }

  @Test func `the same file as somebody else's is judged as if they hadn't sent it`() async throws {
    let (demo, clerk) = try await Self.open([("modify", Self.own)])
    let text =
      Upload.titles
      + Upload.row(school: Self.other, student: "0009900099", code: "S101")
    let theirs = try await demo.importing(text)
    let file = try demo.write(text, to: "again.csv")
    let report = try await clerk.importFile(file, at: Demo.moment)
    #expect(theirs.state == .committed && report.state == .committed)
    #expect(report.submission != theirs.submission)
    #expect(try await clerk.submissions().map(\.number) == [report.submission])
  }
}
