import CTECore
import CTEStoreSQLite
import Foundation
import Testing

struct TransactionTests {
  struct Interruption: Error {}

  /// Throws at the first finding, as a full disk would.
  final class Interrupter: FindingSink {
    func receive(_ findings: [Finding]) throws {
      if !findings.isEmpty { throw Interruption() }
    }
  }

  @Test func `a run that is cut off leaves nothing, and the next one works`() async throws {
    let demo = try await Demo()
    let before = try await demo.tenant.auditEvents()
    let text = Upload.titles + Upload.row() + Upload.row(code: "S10")
    await #expect(throws: Interruption.self) {
      try await demo.importing(text, findings: Interrupter())
    }
    #expect(try await demo.tenant.count(of: .credentialAttempt) == 1)
    #expect(try await demo.tenant.auditEvents() == before)
    #expect(try await demo.importing(text).counts.accepted == 1)
  }

  @Test func `a run that is cut off after rows were written leaves nothing either`() async throws {
    let demo = try await Demo()
    let before = try await demo.tenant.auditEvents()
    // More than is read in one go, so that the first rows are being written when the open quote is met.
    let many = String(repeating: Upload.row(code: "S999") + Upload.row(), count: 40_000)
    await #expect(throws: IntakeError.self) {
      try await demo.importing(Upload.titles + many + "2022,\"990401101")
    }
    #expect(try await demo.tenant.count(of: .credentialAttempt) == 1)
    #expect(try await demo.tenant.auditEvents() == before)
    #expect(try await demo.importing(Upload.titles + Upload.row()).counts.accepted == 1)
  }

  @Test func `a run whose task is cancelled leaves the tenant free`() async throws {
    let demo = try await Demo()
    let path = try demo.write(Upload.titles + Upload.row(), to: "upload.csv")
    let tenant = demo.tenant
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await tenant.importFile(path, at: Demo.moment)
    }
    _ = await task.result
    #expect(try await tenant.importFile(path, at: Demo.moment).counts.accepted == 1)
  }

  @Test func `two runs at once wait for each other, and only one accepts a row`() async throws {
    let demo = try await Demo()
    let path = try demo.write(Upload.titles + Upload.row(), to: "upload.csv")
    let tenant = demo.tenant
    async let first = tenant.importFile(path, at: Demo.moment)
    async let second = tenant.importFile(path, at: Demo.moment)
    let accepted = try await [first.counts.accepted, second.counts.accepted]
    #expect(accepted.sorted() == [0, 1])
    #expect(AuditEvent.firstBreak(in: try await tenant.auditEvents()) == nil)
  }

  @Test func `originals that no submission names are removed by the next run`() async throws {
    let demo = try await Demo()
    let uploads = demo.folder.appendingPathComponent("tenants/demo/uploads")
    for name in ["incoming-1", String(repeating: "a", count: 64)] {
      try Data("left over".utf8).write(to: uploads.appendingPathComponent(name))
    }
    _ = try await demo.importing(Upload.titles + Upload.row())
    let kept = try FileManager.default.contentsOfDirectory(atPath: uploads.path)
    #expect(Set(kept) == Set(try await demo.tenant.submissions().map(\.fileDigest)))
  }

  @Test func `a dry run says what would become of the file and writes nothing`() async throws {
    let demo = try await Demo()
    let before = try await demo.tenant.auditEvents()
    let report = try await demo.importing(Upload.titles + Upload.row(), isDryRun: true)
    #expect(report.state == .preview && report.submission == nil)
    #expect(report.counts.accepted == 1)
    #expect(try await demo.tenant.count(of: .credentialAttempt) == 1)
    #expect(try await demo.tenant.auditEvents() == before)
  }

  @Test func `a submission keeps its original, and its event names the file and the counts`()
    async throws
  {
    let demo = try await Demo()
    _ = try await demo.load("upload")
    let submission = try #require(try await demo.tenant.submissions().last)
    let original = demo.folder.appendingPathComponent(
      "tenants/demo/uploads/\(submission.fileDigest)")
    #expect(
      try Data(contentsOf: original)
        == Data(contentsOf: Demo.sample.appendingPathComponent("upload.csv")))
    let events = try await demo.tenant.auditEvents()
    let event = try #require(events.last)
    #expect(event.draft.action == "import credential-upload")
    #expect(event.draft.actor == "sample clerk")
    #expect(event.draft.details.contains("\"file\":\"\(submission.fileDigest)\""))
    #expect(event.draft.details.contains("\"accepted\":5"))
    #expect(AuditEvent.firstBreak(in: events) == nil)
    #expect(events.count == Demo.lists.count + 2)
  }

  @Test func `an event that was changed or taken out breaks the chain`() async throws {
    let demo = try await Demo()
    var events = try await demo.tenant.auditEvents()
    let third = events[2]
    let draft = AuditEvent.Draft(
      moment: third.draft.moment, actor: "somebody else", action: third.draft.action,
      pack: third.draft.pack, submission: third.draft.submission, details: third.draft.details)
    events[2] = AuditEvent(
      number: third.number, draft: draft, previousDigest: third.previousDigest, digest: third.digest
    )
    #expect(AuditEvent.firstBreak(in: events) == 3)
    events.remove(at: 2)
    #expect(AuditEvent.firstBreak(in: events) == 4)
  }

  @Test func `a log whose end was cut off is missed by the submissions`() async throws {
    let demo = try await Demo()
    let submissions = try await demo.tenant.submissions()
    var events = try await demo.tenant.auditEvents()
    #expect(try await demo.tenant.verifyAudit() == .whole(events: events.count))
    events.removeLast()
    #expect(
      AuditVerdict(events, submissions: submissions) == .missing(submission: Demo.lists.count))
    events[1] = events[0]
    #expect(AuditVerdict(events, submissions: submissions) == .broken(event: 1))
  }
}

struct TenantTests {
  @Test func `what one tenant holds, another doesn't see`() async throws {
    let demo = try await Demo()
    let other = try await Demo.create("other", in: demo.store)
    #expect(try await demo.tenant.count(of: .student) == 8)
    for type in RecordType.all { #expect(try await other.count(of: type) == 0) }
    #expect(try await other.submissions().isEmpty)
    let file = try demo.write(Upload.titles + Upload.row(), to: "upload.csv")
    let report = try await other.importFile(file, at: Demo.moment)
    #expect(report.findings.map(\.rule.name) == ["arizona:student/unknown"])
  }

  @Test func `a name that is taken and one that is unknown are told in a sentence`() async throws {
    let demo = try await Demo(loading: [])
    let taken = await #expect(throws: StoreError.self) {
      _ = try await Demo.create("demo", in: demo.store)
    }
    #expect(taken?.code == .tenantExists)
    let id = try #require(TenantID("dmeo"))
    let unknown = await #expect(throws: StoreError.self) { _ = try await demo.store.scoped(to: id) }
    #expect(unknown?.message.contains("there are demo") == true)
  }
}

struct PrivacyTests {
  @Test func `nothing that is logged or thrown holds what a student's row held`() async throws {
    let demo = try await Demo()
    let mark = "MARK7731"
    let text = Upload.titles + Upload.row(certificate: mark) + Upload.row(student: mark, code: mark)
    let report = try await demo.importing(text)
    #expect(report.findings.contains { $0.value == mark })
    for event in try await demo.tenant.auditEvents() { #expect(!"\(event)".contains(mark)) }
    for finding in report.findings { #expect(!"\(finding)".contains(mark)) }
    let file = try demo.write("\(mark)\n\(mark),\"\(mark)", to: "broken.csv")
    let error = await #expect(throws: IntakeError.self) {
      try await demo.tenant.importFile(file, format: "program-list", at: Demo.moment)
    }
    #expect(
      error?.message
        == "broken.csv doesn't fit the format program-list: it has no column titled 'program', 'name'"
    )
  }

  @Test func `a file without titles is refused without quoting its first row`() async throws {
    let demo = try await Demo(loading: [])
    let error = await #expect(throws: IntakeError.self) {
      try await demo.importing(Upload.row(student: "MARK7731"))
    }
    #expect(error?.code == .wrongTitles)
    #expect(error?.message.contains("no title in its first rows is known") == true)
    #expect(error?.message.contains("MARK7731") == false)
  }
}
